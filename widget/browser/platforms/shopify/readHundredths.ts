import type { Money } from "../../../types/money.ts";
import { fromDecimal } from "../../lib/money.ts";

/**
 * A sum of the Ajax API: hundredths in every currency, also where the currency itself has none (¥15 is 1500) or thousandths.
 * Source: https://shopify.dev/docs/api/ajax/reference/cart
 */
export function readHundredths(hundredths: unknown, currency: string | undefined): Money | undefined {
  return typeof hundredths === "number" && currency ? fromDecimal(hundredths / 100, currency) : undefined;
}
