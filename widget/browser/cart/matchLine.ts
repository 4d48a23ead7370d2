import type { Cart, Line, LineKey } from "../../types/cart.ts";
import type { AddRequest } from "../../types/platform.ts";

type Wanted = Pick<AddRequest, "product" | "variant">;

/** Whether two lines hold exactly the same product and variant. */
export const isAlike = (line: Line, other: Line): boolean => line.product === other.product && line.variant === other.variant;

/** Pieces of what was asked for. A line that does not tell its variant is believed to hold the one asked for. */
export const countOf = (cart: Cart, wanted: Wanted): number => sum(cart.lines.filter((line) => holds(line, wanted)));

/** Whether the cart holds fewer pieces of a line's product and variant, by the whole line. */
export const isGone = (before: Cart, after: Cart, line: Line): boolean =>
  countAlike(after, line) <= countAlike(before, line) - line.quantity;

/** A line in a newer cart: by its key, else, as keys may change with every write, by product and variant. Never the one of key `not`. */
export function findAgain(cart: Cart, line: Line, not?: LineKey): Line | undefined {
  const alike = cart.lines.filter((other) => isAlike(other, line) && other.key !== not);
  return alike.find(({ key }) => key === line.key) ?? alike.find(({ quantity }) => quantity === line.quantity) ?? alike[0];
}

/** The line a write has brought in or made larger, if any; the newest where several could be meant. */
export function findGrown(before: Cart, after: Cart, item: AddRequest): Line | undefined {
  if (countOf(after, item) <= countOf(before, item)) return undefined;
  const held = after.lines.filter((line) => holds(line, item));
  const grown = held.filter(({ key, quantity }) => quantity > (before.lines.find((line) => line.key === key)?.quantity ?? 0));
  return grown.filter(({ boundTo }) => boundTo === item.boundTo).at(-1) ?? grown.at(-1) ?? held.at(-1);
}

/** Some shops name only the variant in a line, and without what was chosen beside it (`24:large`). */
const holds = (line: Line, { product, variant }: Wanted): boolean =>
  line.product === product
    ? !variant || !line.variant || line.variant === variant
    : !!variant && `${variant}:`.startsWith(`${line.product}:`);

const countAlike = (cart: Cart, line: Line): number => sum(cart.lines.filter((other) => isAlike(other, line)));

// No reduce(), which means something else on pages with prototype.js.
function sum(lines: readonly Line[]): number {
  let pieces = 0;
  for (const { quantity } of lines) pieces += quantity;
  return pieces;
}
