import type { Cart, Line } from "../../types/cart.ts";

/** Whether two snapshots hold the same lines in the same order, quantities, prices, total and currency. Titles may differ. */
export function sameCart(a: Cart | undefined, b: Cart | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.currency === b.currency &&
    a.total?.minor === b.total?.minor &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, at) => sameLine(line, b.lines[at]))
  );
}

function sameLine(a: Line, b: Line | undefined): boolean {
  return (
    a.key === b?.key &&
    a.product === b.product &&
    a.variant === b.variant &&
    a.quantity === b.quantity &&
    a.price?.minor === b.price?.minor &&
    a.boundTo === b.boundTo
  );
}
