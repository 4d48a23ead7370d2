import { anytimeMultiplier, LEAST_INFORMATION } from "./anytimeMultiplier.ts";

/** Nine of ten experiments with an effect worth knowing shall show it at that number of visits (normal quantile). */
const POWER = 1.281552;

export interface Needed {
  /** Standard error of the difference as a share of the effect worth knowing. */
  readonly relativeError: number;
  /** As `informationOf` has it. */
  readonly information: number;
  /** Units compared so far. */
  readonly units: number;
  /** Largest share one unit has in the variance. */
  readonly topShare: number;
}

/** What a variance is short of while large orders are still to come, in shares of the largest one so far. */
const CAUTION = 1;

/**
 * How many more visits until an effect worth knowing shows, in two digits; 0 when there are enough, or when they cannot be
 * reckoned. The squared error falls as the visits grow; they are enough when the effect is as large as the interval's half-width
 * at that point and the margin for chance together. A few orders with a long tail of large ones show too small a variance
 * more often than not: how much one order has of it says how far it can be off.
 */
export function moreVisits({ relativeError, information, units, topShare }: Needed): number {
  const cautious = relativeError ** 2 * (1 + CAUTION * topShare);
  const forEffect = cautious * effectInErrors(information * relativeError ** 2) ** 2;
  const more = units * (Math.max(forEffect, LEAST_INFORMATION / information) - 1);
  return more > 0 && Number.isFinite(more) ? roundUp(more) : 0;
}

/** How many standard errors the effect has to be: the multiplier depends on the error it is multiplied with. */
function effectInErrors(informationPerError: number): number {
  let errors = 4;
  for (let step = 0; step < 30; step++) errors = anytimeMultiplier(informationPerError * errors ** 2) + POWER;
  return errors;
}

function roundUp(visits: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(visits)) - 1);
  return Math.ceil(visits / unit) * unit;
}
