import { guard } from "../../lib/guard.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { askShop } from "../shop/askShop.ts";
import { parseHtml } from "../shop/parseHtml.ts";
import type { CartAnswer } from "./createController.ts";
import { rawLines } from "./rawCart.ts";
import { theShop } from "./theShop.ts";

/** The box that tells of an addition, while it is open: Bootstrap 4 alpha of theme classic, Bootstrap 5 of hummingbird. */
const OPEN_BOX = "#blockcart-modal.in,#blockcart-modal.show";
/** What that box says of the cart, in classic and hummingbird. */
const BOX_SUMS = ".cart-content,.blockcart-modal__summery";
/** The list of goods beside the checkout. */
const SUMMARY_LIST = ".cart-summary-products";

/**
 * Has the theme draw its cart anew: its scripts and modules do so for an `updateCart` (themes/_core/js/cart.js, ps_shoppingcart.js). The cart
 * must be in `resp`, and for 1.7 in `reason`. An action of another name than theirs opens no box.
 */
export function refreshTheme(answer: CartAnswer): void {
  const shop = theShop();
  const { cart, id_product: idProduct, id_product_attribute: idProductAttribute, id_customization: idCustomization } = answer;
  if (document.querySelector(SUMMARY_LIST)) mendSummary();
  shop.emit?.("updateCart", { reason: { idProduct, idProductAttribute, idCustomization, linkAction: "goeswith", cart }, resp: answer });
  const box = document.querySelector(OPEN_BOX);
  if (box) guard(refreshBox)(box, cart);
}

/** The box is drawn once by the theme; what it says of the cart is taken out of a new one. */
async function refreshBox(box: Element, cart: unknown): Promise<void> {
  const address = document.querySelector<HTMLElement>(".blockcart")?.dataset["refreshUrl"];
  const { id_product, id_product_attribute } = rawLines(cart)?.at(-1) ?? {};
  if (!address || !id_product) return;
  const fields = { action: "add-to-cart", id_product: `${id_product}`, id_product_attribute: `${id_product_attribute ?? 0}` };
  draw(box, BOX_SUMS, (await post(address, fields))["modal"]);
}

/** PrestaShop before 1.7.8 leaves the list of goods beside the checkout as it is; what it draws for another carrier has one. */
function mendSummary(): void {
  const shop = theShop();
  const address = shop.urls?.pages?.order;
  const done = guard(async (told: unknown) => {
    shop.removeListener?.("updatedCart", done);
    const { resp } = told as { readonly resp?: unknown };
    if (!address || (isRecord(resp) && resp["cart_summary_products"] !== undefined)) return;
    draw(document, SUMMARY_LIST, (await post(address, { ajax: "1", action: "selectDeliveryOption" }))["preview"]);
  });
  shop.on?.("updatedCart", done);
}

const post = async (address: string, fields: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>> => {
  const { body } = await askShop(address, { method: "POST", body: new URLSearchParams(fields) });
  return isRecord(body) ? body : {};
};

function draw(within: ParentNode, selector: string, html: unknown): void {
  const fresh = typeof html === "string" && parseHtml(html).querySelector(selector);
  if (fresh) within.querySelector(selector)?.replaceWith(fresh);
}
