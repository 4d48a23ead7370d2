/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import type { Orders } from "../orders/readBaskets.ts";

/** How much an order counts, in units of 1/`unit`; absent `weights`: every order the same. */
export interface OrderWeights {
  readonly unit: number;
  readonly weights?: Uint8Array;
}

/** A full order's weight. */
const UNIT = 64;
/** Orders of more products are a reseller's or a canteen's rather than a household's: the mass of their pairs is held down. */
const LARGE = 50;

/**
 * An order loses half its weight every `halfLife` days before the newest one, and one of more than 50 products counts 50 / size. Nought for
 * `halfLife` leaves age out. Orders without a day are as new as the newest.
 */
export function weighOrders({ starts, days }: Orders, halfLife: number): OrderWeights {
  const total = starts.length - 1;
  const newest = days?.reduce((latest, day) => Math.max(latest, day), 0) ?? 0;
  const weights = new Uint8Array(total);
  let isEven = true;
  for (let order = 0; order < total; order++) {
    const day = days?.[order] ?? 0;
    const age = halfLife && day ? 2 ** ((day - newest) / halfLife) : 1;
    const size = Math.max(1, (starts[order + 1]! - starts[order]!) / LARGE);
    weights[order] = Math.max(1, Math.round((UNIT * age) / size));
    isEven &&= weights[order] === UNIT;
  }
  return isEven ? { unit: 1 } : { unit: UNIT, weights };
}
