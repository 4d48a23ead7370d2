import type { Placement } from "../../../types/offer.ts";
import type { PageContext } from "../../../types/platform.ts";
import type { Product } from "../../../types/product.ts";
import { defined } from "../../lib/defined.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { pageObject } from "../shop/pageObject.ts";
import { readPrice } from "../shop/readPrice.ts";

/** Of the chosen variation, else of the product; best first. */
const PRICES = [".single_variation .price", ".summary>.price", ".wp-block-woocommerce-product-price", ".entry-summary .price"];

/** What the body's classes say of the page. Source: wc_body_class() of WooCommerce, get_body_class() of WordPress. */
export function readWooPage(known: string | undefined): Omit<PageContext, "locale"> {
  const { classList } = document.body;
  const currency = known || pageCurrency();
  const id = /(?:^|\s)postid-(\d+)/.exec(document.body.className)?.[1];
  const isProduct = classList.contains("single-product");
  return defined({
    step: stepOf(classList),
    ...(isProduct && id && { view: readView(id, currency), variant: chosenVariation() }),
    currency,
    customer: { loggedIn: classList.contains("logged-in") },
  });
}

/** The confirmation is an end point of the checkout page, and so is paying for an order that is placed already. */
function stepOf(classes: DOMTokenList): Placement | undefined {
  if (classes.contains("woocommerce-order-received")) return "confirmation";
  if (classes.contains("woocommerce-order-pay")) return undefined;
  const told = (["checkout", "cart"] as const).find((step) => classes.contains(`woocommerce-${step}`));
  return told ?? (classes.contains("single-product") ? "product" : undefined);
}

function readView(id: string, currency: string | undefined): Product {
  // A theme may have the shop's own name in one as well.
  const heading = document.querySelector("h1.product_title,h1.wp-block-post-title,main h1");
  const title = heading?.textContent.trim() ?? "";
  return defined({ id, title, price: currency ? shownPrice(currency) : undefined });
}

/** Source: templates/single-product/add-to-cart/variation-add-to-cart-button.php: "0" or empty until one is chosen. */
export function chosenVariation(): string | undefined {
  const { value } = document.querySelector<HTMLInputElement>('form.cart [name="variation_id"],form [name="variation_id"]') ?? {};
  return Number(value) ? value : undefined;
}

/** A range of prices is two, and so none. */
function shownPrice(currency: string) {
  const [shown] = PRICES.flatMap((selector) => document.querySelector(`${selector}:has(.amount)`) ?? []);
  const amounts = [...(shown?.querySelectorAll(".amount") ?? [])].filter((amount) => !amount.closest("del"));
  return amounts.length === 1 ? readPrice(amounts[0]!.textContent, currency) : undefined;
}

/** Where blocks stand WooCommerce tells its currency, and on product pages search engines are told. */
export function pageCurrency(): string | undefined {
  const { currency } = pageObject("wcSettings") ?? {};
  const told = isRecord(currency) ? currency["code"] : undefined;
  if (typeof told === "string") return told;
  const texts = [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent);
  return /"priceCurrency":\s*"([A-Z]{3})"/.exec(texts.join())?.[1];
}
