import type { Money } from "../../../types/money.ts";
import { fromDecimal } from "../../lib/money.ts";

/** A decimal price in major units, as markup states it; `undefined` when it or its ISO 4217 currency cannot be told for certain. */
export function readMoney(amount: unknown, currency: unknown): Money | undefined {
  return typeof currency === "string" && /^[A-Z]{3}$/i.test(currency) ? fromDecimal(amount, currency.toUpperCase()) : undefined;
}
