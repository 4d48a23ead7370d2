import type { Cart } from "../../types/cart.ts";
import type { OfferContext } from "../../types/offer.ts";
import type { Seed } from "./modelCandidates.ts";

/** A cart may hold hundreds of lines; what was put in last says most about the purchase at hand. */
const NEWEST_LINES = 12;

/** What offers are looked for: the newest lines of the cart, and the product in view. */
export function seedsOf({
  cart,
  page,
}: {
  readonly cart: Cart;
  readonly page: Pick<OfferContext["page"], "view" | "variant">;
}): readonly Seed[] {
  const lines = cart.lines.slice(-NEWEST_LINES).map(({ key, product, variant }): Seed => ({ for: { line: key }, product, variant }));
  const { view, variant } = page;
  return view ? [...lines, { for: { product: view.id }, product: view.id, variant }] : lines;
}
