import type { ComparedArm } from "../../types/arm.ts";

/**
 * Sums of one day over the units of one arm: `x` is what is counted, `y` what it is set against. For "per visit" `y` is 1 for
 * every unit, for "per order" the unit's orders.
 */
export interface ArmSums {
  readonly units: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  /** Largest `x` of a unit. */
  readonly top: number;
  /** Purchases behind it. */
  readonly bought: number;
}

export type DaySums = Readonly<Record<ComparedArm, ArmSums>>;

interface ArmTotals extends ArmSums {
  /** Sums over days of weight × mean. */
  readonly weightedX: number;
  readonly weightedY: number;
  /** Sum over days of weight² ÷ units. */
  readonly spread: number;
}

export type ArmsTotals = Readonly<Record<ComparedArm, ArmTotals>>;

const NOTHING: ArmTotals = { units: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0, top: 0, bought: 0, weightedX: 0, weightedY: 0, spread: 0 };

export const NO_DAYS: ArmsTotals = { offers: NOTHING, holdout: NOTHING };

/**
 * Adds a day. Arms are compared within days, each day weighted by what it can tell (the two sizes' product over their sum):
 * when the share held out changes, good and bad days would otherwise be shared out unevenly over the arms. A day with only one
 * arm tells nothing and is left out.
 */
export function accumulateArms(totals: ArmsTotals, { offers, holdout }: DaySums): ArmsTotals {
  if (offers.units === 0 || holdout.units === 0) return totals;
  const weight = (offers.units * holdout.units) / (offers.units + holdout.units);
  return { offers: addTo(totals.offers, offers, weight), holdout: addTo(totals.holdout, holdout, weight) };
}

function addTo(total: ArmTotals, day: ArmSums, weight: number): ArmTotals {
  return {
    units: total.units + day.units,
    x: total.x + day.x,
    y: total.y + day.y,
    xx: total.xx + day.xx,
    xy: total.xy + day.xy,
    yy: total.yy + day.yy,
    top: Math.max(total.top, day.top),
    bought: total.bought + day.bought,
    weightedX: total.weightedX + (weight * day.x) / day.units,
    weightedY: total.weightedY + (weight * day.y) / day.units,
    spread: total.spread + weight ** 2 / day.units,
  };
}
