import type { Effect, Measure, Range } from "../../types/lift.ts";
import type { ArmsTotals } from "./accumulateArms.ts";
import { compareArms } from "./compareArms.ts";
import { informationOf } from "./informationOf.ts";
import { judgeEffect } from "./judgeEffect.ts";

/** Fewer buyers than these, over both arms and in the smaller one, and not even the spread of what they spend is known. */
const ENOUGH = { together: 200, each: 50 };

/** Money is given in whole minor units: what one visit brings is too little to be rounded. */
const PER: Readonly<Record<Measure, number>> = { revenue: 1000, profit: 1000, averageOrder: 1, checkouts: 1000 };

/** What every effect is judged by. */
export interface Judging {
  /** Smallest effect worth knowing, as a share. */
  readonly worth: number;
  /** Whether the arms have the sizes they were drawn with. */
  readonly isSound: boolean;
}

export interface Measuring extends Judging {
  readonly measure: Measure;
  readonly currency?: string;
  /** Of revenue, for another measure of the same visits. Absent: the measure's own. */
  readonly information?: number;
}

/** The effect over the summed days, or `undefined` while there is nothing to compare. */
export function toEffect({ offers, holdout }: ArmsTotals, measuring: Measuring): Effect | undefined {
  const { measure, currency, worth, isSound } = measuring;
  const comparison = compareArms({ offers, holdout });
  if (!comparison) return undefined;
  const information = measuring.information ?? informationOf(comparison, worth);
  const isEnough = offers.bought + holdout.bought >= ENOUGH.together && Math.min(offers.bought, holdout.bought) >= ENOUGH.each;
  const { range, ...judgement } = judgeEffect(comparison, { worth, information, units: offers.units + holdout.units, isEnough });
  const scale = scaleOf(measure);
  const arms = { offers: scale(comparison.offers), holdout: scale(comparison.holdout) };
  const about = { measure, ...(currency !== undefined && { currency }), ...arms };
  if (!isSound) return { ...about, verdict: "unsound" };
  return { ...about, ...judgement, ...(range && toRanges(range, comparison.holdout, scale)) };
}

function toRanges(range: Range, holdout: number, scale: (value: number) => number): Pick<Effect, "difference" | "relative"> {
  const relative = holdout > 0 ? { relative: mapRange(range, (value) => value / holdout) } : {};
  return { difference: mapRange(range, scale), ...relative };
}

function mapRange({ estimate, low, high }: Range, of: (value: number) => number): Range {
  return { estimate: of(estimate), low: of(low), high: of(high) };
}

function scaleOf(measure: Measure): (value: number) => number {
  return (value) => (measure === "checkouts" ? value * PER[measure] : Math.round(value * PER[measure]));
}
