import type { PageContext } from "../../../types/page.ts";
import { defined } from "../../lib/defined.ts";
import { readPrice } from "../shop/readPrice.ts";
import { findForm, formProduct } from "./productForm.ts";

const has = (selector: string) => !!document.querySelector(selector);

/** What the page is, by its route, else, where addresses are readable, by the ids that its templates give their containers. */
export function readPage(currency: string): Omit<PageContext, "locale"> {
  const id = formProduct(document);
  const step = readStep(id);
  const price = readPrice(beside(".price-new,.list-unstyled h2"), currency);
  const title = beside("h1")?.trim() ?? "";
  const loggedIn = has('a[href*="account/logout"]') || (has('a[href*="account/login"]') ? false : undefined);
  return defined({
    step,
    view: step === "product" && id ? defined({ id, title, price }) : undefined,
    currency: currency || undefined,
    customer: loggedIn === undefined ? undefined : { loggedIn },
  });
}

/** Text in the column of the form that buys, else anywhere in the page's content: other products may stand above. */
function beside(selector: string): string | undefined {
  const column = findForm(document)?.parentElement;
  return (column?.querySelector(selector) ?? document.querySelector("#content")?.querySelector(selector))?.textContent;
}

function readStep(product: string | undefined): PageContext["step"] {
  const route = new URLSearchParams(location.search).get("route") ?? "";
  if (isConfirmation(route)) return "confirmation";
  if (route === "checkout/cart" || has("#checkout-cart")) return "cart";
  if (route === "checkout/checkout" || has("#checkout-checkout")) return "checkout";
  return product && (route === "product/product" || has("#product-product,#product-info")) ? "product" : undefined;
}

/** Signing out, a new account and a message end on a page of the same template; only the one of an order stands four steps deep. */
function isConfirmation(route: string): boolean {
  if (route) return route === "checkout/success";
  return /\/checkout\/success\b/.test(location.pathname) || document.querySelectorAll("#common-success > .breadcrumb a").length === 4;
}
