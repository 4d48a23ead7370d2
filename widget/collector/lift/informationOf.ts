import type { Comparison } from "./compareArms.ts";

/**
 * The size of effect, as a share of the one worth knowing, for which an interval is narrowest (1 ÷ ρ). It puts the visits at which
 * an effect worth knowing shows in the middle of the range in which looking costs least.
 */
const NARROWEST = 2 / 3;

/**
 * How much the visits tell of an effect worth knowing: tρ² of the confidence sequence. It is taken of revenue and serves all
 * measures of the same visits: they have errors of their own sizes, which stay in proportion as the visits grow, and so all
 * intervals are narrowest at the same time. It goes by the size of both arms together, which does not tell which is ahead.
 */
export function informationOf({ pooled, error }: Comparison, worth: number): number {
  return (pooled * worth * NARROWEST) ** 2 / error ** 2;
}
