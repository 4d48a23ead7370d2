import type { PlacedOrder } from "../../types/platform.ts";
import { defined } from "./defined.ts";
import { readCurrency } from "./readCurrency.ts";
import { readJsonScript } from "./readJsonScript.ts";
import { readLines } from "./readLines.ts";
import { readMoney } from "./readMoney.ts";
import { readText } from "./readText.ts";

/** The order the confirmation page tells of; `undefined` without an id and a currency. */
export function readOrder(): PlacedOrder | undefined {
  const raw = readJsonScript("order");
  const id = readText(raw?.id);
  const currency = readCurrency(raw?.currency);
  if (!raw || !id || !currency) return undefined;
  const lines = readLines(raw.lines, currency).map(({ product, variant, quantity, price }) => ({
    product,
    quantity,
    ...defined({ variant, price }),
  }));
  return { id, currency, lines, ...defined({ total: readMoney(raw.total, currency) }) };
}
