import type { Cart, Line } from "../../types/cart.ts";
import type { Legs } from "./createLegs.ts";
import { findAgain, isAlike } from "./matchLine.ts";
import { toRequest } from "./toRequest.ts";
import type { Done } from "./written.ts";

/** The cart before a swap and the line that went. */
export interface Moved {
  readonly legs: Legs;
  readonly before: Cart;
  readonly line: Line;
}

/** After a swap, what was bound to the old line is bound to the new one, where the shop has not seen to it. One that cannot move stays as it is. */
export async function moveServices({ legs, before, line: old }: Moved, swapped: Done): Promise<Done> {
  let { cart, line } = swapped;
  if (!legs.platform.remove) return swapped;
  for (const service of before.lines.filter(({ boundTo }) => boundTo === old.key)) {
    if (cart.lines.some((other) => isAlike(other, service) && other.boundTo === line.key)) continue;
    const moved = await legs.add(cart, { ...toRequest(service), boundTo: line.key });
    cart = moved.cart ?? cart;
    if (moved.ok) {
      const stale = cart.lines.find((other) => isAlike(other, service) && other.key !== moved.line.key && isOrphan(cart, other));
      cart = (stale && (await legs.remove(cart, stale)).cart) ?? cart;
    }
    line = findAgain(cart, line) ?? line;
  }
  return { ok: true, line, cart };
}

/** Whether the line is bound to none that is still there; the same service of another line is not touched. */
const isOrphan = (cart: Cart, { boundTo }: Line): boolean => !cart.lines.some(({ key }) => key === boundTo);
