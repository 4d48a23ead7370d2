import type { Cart } from "../../types/cart.ts";
import { defined } from "./defined.ts";
import { readCurrency } from "./readCurrency.ts";
import { readJsonScript } from "./readJsonScript.ts";
import { readLines } from "./readLines.ts";
import { readMoney } from "./readMoney.ts";

/** The cart in the page's markup: the JSON script, else the first `[data-goeswith-cart]`. `undefined` when the page holds neither. */
export function readCartMarkup(): Cart | undefined {
  const raw = readJsonScript("cart") ?? readElements();
  if (!raw) return undefined;
  // An empty currency is one the markup does not state; cart/ puts the page's in its place.
  const currency = readCurrency(raw.currency) ?? "";
  return { currency, lines: readLines(raw.lines, currency), ...defined({ total: readMoney(raw.total, currency) }) };
}

function readElements(): Readonly<Record<string, unknown>> | undefined {
  const cart = document.querySelector<HTMLElement>("[data-goeswith-cart]");
  if (!cart) return undefined;
  const lines = [...cart.querySelectorAll<HTMLElement>("[data-goeswith-line]")];
  return {
    currency: cart.dataset.currency,
    total: cart.dataset.total,
    lines: lines.map(({ dataset }) => ({ ...Object.fromEntries(Object.entries(dataset)), key: dataset.goeswithLine })),
  };
}
