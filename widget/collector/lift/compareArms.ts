import type { ArmsTotals } from "./accumulateArms.ts";

export interface Comparison {
  /** `x` per `y` in each arm. */
  readonly offers: number;
  readonly holdout: number;
  /** Over both arms: a measure of size that does not know which arm is ahead. */
  readonly pooled: number;
  /** Standard error of the difference. */
  readonly error: number;
  /** Largest share that one unit has in the variance of its arm, 0 to 1. */
  readonly topShare: number;
}

type Totals = ArmsTotals["offers"];

/**
 * Difference of two ratios with its standard error (delta method: the variance is that of `x - ratio · y`). `undefined` where
 * there is nothing to divide by or nothing varies.
 */
export function compareArms({ offers, holdout }: ArmsTotals): Comparison | undefined {
  const [a, b] = [toRatio(offers), toRatio(holdout)];
  if (!a || !b) return undefined;
  const error = Math.sqrt(a.variance + b.variance);
  if (!(error > 0)) return undefined;
  const pooled = (offers.weightedX + holdout.weightedX) / (offers.weightedY + holdout.weightedY);
  return { offers: a.ratio, holdout: b.ratio, pooled, error, topShare: Math.max(a.topShare, b.topShare) };
}

interface Ratio {
  readonly ratio: number;
  readonly variance: number;
  readonly topShare: number;
}

function toRatio({ units, x, y, xx, xy, yy, top, weightedX, weightedY, spread }: Totals): Ratio | undefined {
  if (units < 2 || weightedY <= 0) return undefined;
  const ratio = weightedX / weightedY;
  const squares = Math.max(0, xx - 2 * ratio * xy + ratio ** 2 * yy);
  const residual = x - ratio * y;
  const perUnit = Math.max(0, squares - residual ** 2 / units) / (units - 1);
  return {
    ratio,
    variance: (perUnit * spread) / weightedY ** 2,
    topShare: squares > 0 ? Math.min(1, Math.max(0, top - ratio) ** 2 / squares) : 0,
  };
}
