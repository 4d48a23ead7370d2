import type { PageContext } from "../../../types/platform.ts";
import type { Placement } from "../../../types/placement.ts";
import { defined } from "../../lib/defined.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { fromDecimal } from "../../lib/money.ts";
import { decodeText } from "../shop/decodeText.ts";
import type { RawLine } from "./rawCart.ts";
import { currencyOf, theShop } from "./theShop.ts";

/** What the page is, but for its language. */
export function readPage(): Omit<PageContext, "locale"> {
  const { customer } = theShop();
  const step = readStep();
  return defined({
    step,
    ...(step === "product" && readView()),
    currency: currencyOf() || undefined,
    customer: customer && defined({ loggedIn: !!customer.is_logged, country: countryOf(customer.addresses) }),
  });
}

/** The name of the page is also the id of its body. Modules that sell on one page have "checkout" in theirs. */
export function readStep(): Placement | undefined {
  const name = theShop().page?.page_name ?? document.body.id;
  if (name === "product" || name === "cart") return name;
  if (name === "order-confirmation") return "confirmation";
  return /checkout|^order(-opc)?$/.test(name) ? "checkout" : undefined;
}

/**
 * The product in view and the combination chosen, out of what the theme draws anew for each choice: `data-product` of the details, where the
 * theme has it, and the form.
 */
function readView(): Pick<PageContext, "view" | "variant"> {
  const told = readDetails();
  const id = told.id_product ?? document.querySelector<HTMLInputElement>('#add-to-cart-or-refresh [name="id_product"]')?.value;
  if (!id) return {};
  const attribute = Number(told.id_product_attribute);
  const price = told.price_amount ?? document.querySelector<HTMLMetaElement>('meta[property="product:price:amount"]')?.content;
  const view = defined({
    id: `${id}`,
    title: decodeText((told.name ?? document.querySelector("h1")?.textContent ?? "").trim()),
    price: fromDecimal(price, currencyOf()),
    available: Number(told.quantity) > 0 || isOrderable(),
  });
  return defined({ view, variant: attribute ? `${attribute}` : undefined });
}

function readDetails(): RawLine {
  try {
    const told: unknown = JSON.parse(document.querySelector<HTMLElement>("#product-details,.js-product-details")?.dataset["product"] ?? "");
    return isRecord(told) ? told : {};
  } catch {
    return {};
  }
}

/** Out of stock and yet for sale: the theme's own button can be pressed. `undefined` where there is none. */
function isOrderable(): boolean | undefined {
  const button = document.querySelector<HTMLButtonElement>('[data-button-action="add-to-cart"]');
  return button ? !button.disabled : undefined;
}

/** Of a customer whose addresses are all in one. */
function countryOf(addresses: unknown): string | undefined {
  const codes = new Set(Object.values(addresses ?? {}).map((address) => (isRecord(address) ? address["country_iso"] : undefined)));
  const [code] = codes;
  return codes.size === 1 && typeof code === "string" ? code : undefined;
}
