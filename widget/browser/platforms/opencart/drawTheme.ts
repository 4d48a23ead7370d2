import { swallow } from "../../lib/guard.ts";
import { askShop } from "../shop/askShop.ts";
import { parseHtml } from "../shop/parseHtml.ts";
import { drawCheckout } from "./drawCheckout.ts";
import { loadInto, putInto } from "./loadInto.ts";
import type { Routes } from "./readRoutes.ts";

/** Draws anew whatever of the cart the page shows, once, as the theme does. An answer of the shop's with the cart in it. */
export async function drawTheme(routes: Routes, cart: Element | undefined): Promise<string> {
  if (!routes.isFour && document.querySelector("#checkout-cart")) return drawCartPage(routes);
  const list = routes.isFour && document.querySelector("#shopping-cart");
  if (list) loadInto(list, routes.to("checkout/cart", "list")).catch(swallow);
  drawCheckout(routes).catch(swallow);
  return drawHeader(routes, cart ?? document.createElement("div"));
}

/** The cart of the page's header, by what the theme's common.js does. */
async function drawHeader({ isFour, to }: Routes, cart: Element): Promise<string> {
  const address = to("common/cart", "info");
  if (isFour) return loadInto(cart, address);
  const list = cart.querySelector(":scope > ul");
  const text = await (list ? loadInto(list, address, "ul li") : loadInto(cart, address, "#cart > *"));
  if (list) exchange(parseHtml(text), ["#cart > button"]);
  return text;
}

/**
 * The cart page of OpenCart 3, whose theme would load the page again: what belongs to the cart is taken from a fresh one, all else stays.
 */
async function drawCartPage({ to }: Routes): Promise<string> {
  const address = to("checkout/cart");
  const { status, text } = await askShop(address);
  const fresh = parseHtml(text);
  const [form, newForm] = [document, fresh].map((page) => page.querySelector('#content input[name^="quantity["]')?.closest("form"));
  if (status >= 400 || !fresh.querySelector("#content")) throw new Error(`${address}: no cart page`);
  exchange(fresh, ["#cart > button", "#cart > ul"]);
  if (!form || !newForm) {
    exchange(fresh, ["#content"]);
    return text;
  }
  putInto(form, newForm.childNodes);
  exchange(fresh, ["#content > h1", "#content > .row table"]);
  const alerts = (page: Document, kind: string) => page.querySelectorAll(`#checkout-cart > .alert${kind}`);
  for (const old of alerts(document, "")) old.replaceWith();
  document.querySelector("#checkout-cart > .row")?.before(...[...alerts(fresh, "-danger")].map((one) => document.importNode(one, true)));
  return text;
}

/** What the page and the fresh one both have, gets the content of the fresh one. */
function exchange(fresh: Document, selectors: readonly string[]): void {
  for (const selector of selectors) {
    const [old, now] = [document, fresh].map((page) => page.querySelector(selector));
    if (old && now) putInto(old, now.childNodes);
  }
}
