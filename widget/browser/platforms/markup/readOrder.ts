import type { PlacedOrder } from "../../../types/platform.ts";
import { defined } from "../../lib/defined.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { readJsonScript } from "./readJsonScript.ts";
import { readMoney } from "./readMoney.ts";

/** The order the confirmation page tells of; `undefined` without an id and a currency. */
export function readOrder(): PlacedOrder | undefined {
  const raw = readJsonScript("order");
  const id = readId(raw?.id);
  const currency = readId(raw?.currency)?.toUpperCase();
  if (!raw || !id || !currency || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return defined({ id, currency, lines: readLines(raw.lines, currency), total: readMoney(raw.total, currency) });
}

/** Prices are decimals. Lines without a product or a whole quantity are left out. */
function readLines(lines: unknown, currency: string): PlacedOrder["lines"] {
  return (Array.isArray(lines) ? lines.filter(isRecord) : []).flatMap((line) => {
    const product = readId(line.product);
    const quantity = Number(readId(line.quantity ?? 1));
    if (!product || !Number.isSafeInteger(quantity) || quantity < 1) return [];
    return [defined({ product, quantity, variant: readId(line.variant), price: readMoney(line.price, currency) })];
  });
}

/** Ids may be numbers, too. */
function readId(value: unknown): string | undefined {
  return (typeof value === "string" && value.trim()) || (typeof value === "number" ? `${value}` : undefined);
}
