import type { LiftSettings, Measured } from "../../types/lift.ts";
import type { LiftRows } from "../../types/liftRows.ts";

/**
 * What part of visits and orders the figures rest on. Visits that send nothing, because nobody agreed to it, are known only where
 * the shop told its own count; the share of its orders that a known visit placed says as much, by the shop's own books.
 */
export function measureShare(rows: LiftRows, visits: number, settings: LiftSettings): Measured {
  const { basis, posted, unverified, confirmed, recognised, comparedVisits, inNeither } = rows;
  const share = (part: number, whole: number | undefined) => (whole ? { share: Math.min(1, part / whole) } : {});
  return {
    visits: {
      told: visits,
      compared: comparedVisits,
      inNeither,
      ...share(visits, settings.visits),
    },
    orders: { basis, posted, unverified, confirmed, recognised, ...share(recognised, confirmed) },
  };
}
