import type { Cart } from "../../types/cart.ts";
import { readJsonScript } from "./readJsonScript.ts";
import { readMoney } from "./readMoney.ts";

/** A cart as pages write it: prices are decimals, and nothing is certain. */
type Written = Readonly<Record<string, unknown>>;

/**
 * The cart in the page's markup: the JSON script, else the first `[data-goeswith-cart]`; empty when the page holds neither. Only prices
 * are read here, the rest is left to the reader of every platform's cart. @throws when the lines are no list.
 */
export function readCartMarkup(): Cart {
  const { currency, total, lines = [] } = readJsonScript("cart") ?? readElements();
  return {
    currency,
    total: readMoney(total, currency),
    lines: (lines as readonly Written[]).map((line) => ({ quantity: 1, ...line, price: readMoney(line?.price, currency) })),
  } as object as Cart;
}

function readElements(): Written {
  const cart = document.querySelector<HTMLElement>("[data-goeswith-cart]");
  const lines = [...(cart?.querySelectorAll<HTMLElement>("[data-goeswith-line]") ?? [])];
  return { ...cart?.dataset, lines: lines.map(({ dataset }) => ({ ...dataset, key: dataset.goeswithLine })) };
}
