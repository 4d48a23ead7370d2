import type { Cart } from "../../../types/cart.ts";
import { loadPageMarkup } from "./loadPageMarkup.ts";
import type { Written } from "./readCartElements.ts";
import { readJsonScript } from "./readJsonScript.ts";
import { readMoney } from "./readMoney.ts";

/**
 * The cart in the page's markup: the JSON script, else the first `[data-goeswith-cart]`; empty when the page holds neither. Only prices
 * are read here, the rest is left to the reader of every platform's cart. @throws when the lines are no list.
 */
export async function readCartMarkup(): Promise<Cart> {
  const told = readJsonScript("cart") ?? (document.querySelector("[data-goeswith-cart]") ? (await loadPageMarkup()).cart() : {});
  const { currency, total, lines = [] } = told;
  return {
    currency,
    total: readMoney(total, currency),
    lines: (lines as readonly Written[]).map((line) => ({ quantity: 1, ...line, price: readMoney(line?.price, currency) })),
  } as object as Cart;
}
