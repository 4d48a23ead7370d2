import type { Cart, Line } from "../../types/cart.ts";
import type { RefusalCode, WriteResult } from "../../types/platform.ts";

/** What became of a write, by the word of the re-read cart. */
export type Written = Done | Refused;

export interface Done {
  readonly ok: true;
  /** As it stands in that cart; after `remove`, as it stood. */
  readonly line: Line;
  readonly cart: Cart;
}

export interface Refused {
  readonly ok: false;
  readonly reason: RefusalCode;
  /** The shop's own words. */
  readonly message?: string;
  /** Absent: it was not or could not be read. */
  readonly cart?: Cart;
  /** A swap that stopped half way: both lines are in the cart. */
  readonly left?: boolean;
}

/** A write that did not come about, and the cart after it. The shop's answer that it did is not believed against the cart. */
export function refused(answer: WriteResult, cart: Cart | undefined): Refused {
  const message = answer.ok ? undefined : answer.message;
  const reason = answer.ok ? (cart ? "refused" : "network") : answer.reason;
  return { ok: false, reason, ...(message !== undefined && { message }), ...(cart && { cart }) };
}
