import type { Money } from "../../types/money.ts";
import { fromDecimal } from "../lib/money.ts";
import { readCurrency } from "./readCurrency.ts";

/** A decimal price in major units, as markup states it; `undefined` when it or its currency cannot be told for certain. */
export function readMoney(amount: unknown, currency: unknown): Money | undefined {
  const code = readCurrency(currency);
  return code ? fromDecimal(amount, code) : undefined;
}
