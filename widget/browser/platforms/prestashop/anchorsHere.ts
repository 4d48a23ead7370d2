import type { LineKey } from "../../../types/cart.ts";
import type { Anchor } from "../../../types/platform.ts";
import { keyOf } from "./rawCart.ts";
import { readStep } from "./readPage.ts";

/** The end of what is the page's own, in theme classic and hummingbird. */
const END = "#content-wrapper,#center-column";

/** Room in theme classic and hummingbird, whose parts inside the product's form, the lines and the summary are drawn anew. */
const ANCHORS: readonly Anchor[] = [
  { placement: "product", selector: "#add-to-cart-or-refresh", position: "after" },
  // Under the pictures, a column that is shorter than the one that sells, and its first where they are side by side.
  { placement: "product", selector: ".product-container > .col-md-6 > #content" },
  { placement: "product", selector: ".product-information" },
  { placement: "product", selector: ".product-container,.product__bottom", position: "after" },
  { placement: "product", selector: END },
  { placement: "drawer", selector: "#blockcart-modal .modal-body" },
  { placement: "drawer", selector: "#blockcart-modal .modal-content" },
  { placement: "cart", selector: ".cart-container", position: "after" },
  { placement: "cart", selector: ".cart-grid-body,.cart-grid__body" },
  { placement: "cart", selector: ".cart-grid", position: "after" },
  { placement: "cart", selector: END },
  { placement: "cart", selector: ".cart-item,.cart__item,.js-cart-item", line: keyOfRow },
  { placement: "checkout", selector: "#checkout-payment-step", position: "before" },
  { placement: "checkout", selector: "#js-checkout-summary", position: "after" },
  { placement: "checkout", selector: ".cart-grid-right,#checkout #content .col-md-4" },
  { placement: "checkout", selector: `#checkout #content,${END}` },
  { placement: "confirmation", selector: ".page-order-confirmation,.order-confirmation__details", position: "after" },
  { placement: "confirmation", selector: END },
];

/** Those of this step: the checkout has boxes by the cart page's names. */
export function anchorsHere(): readonly Anchor[] {
  const step = readStep();
  return ANCHORS.filter(({ placement }) => placement === step || placement === "drawer");
}

/** A row names what is in it at the link that removes it. A gift has none that a shopper may press. */
function keyOfRow(row: Element): LineKey | undefined {
  const { idProduct, idProductAttribute, idCustomization } = row.querySelector<HTMLElement>("[data-id-product]")?.dataset ?? {};
  return idProduct && keyOf(idProduct, idProductAttribute, idCustomization);
}
