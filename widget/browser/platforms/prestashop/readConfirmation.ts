import type { Cart } from "../../../types/cart.ts";
import type { PlacedOrder } from "../../../types/platform.ts";
import { defined } from "../../lib/defined.ts";
import { readPrice } from "../shop/readPrice.ts";
import { readStep } from "./readPage.ts";
import { currencyOf } from "./theShop.ts";

/** Where the confirmation pages of theme classic, from 1.7.0 to 9, and hummingbird say what is to be paid. */
const TOTAL = [
  ".order-confirmation-table .total-value td:last-child",
  ".order-confirmation__totals .fw-bold .text-end",
  ".order-confirmation-table .font-weight-bold td:last-child",
];
const REFERENCE = "#order-reference-value,#order-details li,.order-details li";

/** The order of the confirmation page, which names no product: its lines are those of the cart before it. */
export function readConfirmation(last: Cart | undefined, own: Readonly<Record<string, string>>): PlacedOrder | undefined {
  if (readStep() !== "confirmation") return undefined;
  const currency = currencyOf();
  const id = new URLSearchParams(location.search).get("id_order") ?? referenceIn(textOf(own["reference"] ?? REFERENCE));
  const totals = (own["total"] ? [own["total"]] : TOTAL).map((selector) => readPrice(textOf(selector), currency));
  const lines = (last?.lines ?? []).map(({ product, variant, quantity, price }) => defined({ product, variant, quantity, price }));
  return id ? defined({ id, currency, lines, total: totals.find(Boolean) }) : undefined;
}

const textOf = (selector: string): string => [...document.querySelectorAll(selector)].at(-1)?.textContent ?? "";

/** Nine capitals (Order.php, `generateReference`). */
const referenceIn = (text: string): string | undefined => /\b[A-Z]{9}\b/.exec(text)?.[0];
