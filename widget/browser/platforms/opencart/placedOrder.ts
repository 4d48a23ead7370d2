import type { Cart } from "../../../types/cart.ts";
import type { PlacedOrder } from "../../../types/platform.ts";
import { defined } from "../../lib/defined.ts";

/**
 * The order a confirmation page is about, which names neither it nor what was bought: that is what was in the cart last. `name`: the order's
 * number, where the theme tells it. Else the keys of the lines stand for it, numbers that the shop gives to no other line ever after.
 */
export function placedOrder({ currency, lines, total }: Cart, name: string | undefined): PlacedOrder {
  const keys = lines.map(({ key }) => key).sort();
  return defined({
    id: name || `lines ${keys.join(" ")}`,
    currency,
    lines: lines.map(({ product, variant, quantity, price }) => defined({ product, variant, quantity, price })),
    total,
  });
}
