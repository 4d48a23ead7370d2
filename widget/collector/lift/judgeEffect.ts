import type { Effect, Range } from "../../types/lift.ts";
import { anytimeMultiplier, FIXED_MULTIPLIER, LEAST_INFORMATION } from "./anytimeMultiplier.ts";
import type { Comparison } from "./compareArms.ts";
import { moreVisits } from "./moreVisits.ts";

/** One unit with more than this share of its arm's variance moves the difference by almost half a standard error. */
const MOST_TOP_SHARE = 0.2;

export interface Judged {
  readonly worth: number;
  /** Of the visits, as `informationOf` has it of revenue. */
  readonly information: number;
  /** Units compared so far. */
  readonly units: number;
  /** Whether there is enough to say how much is missing. */
  readonly isEnough: boolean;
}

export type Judgement = Pick<Effect, "verdict" | "widthRatio" | "moreVisits"> & {
  /** In the comparison's own unit. */
  readonly range?: Range;
};

/** What may be said of a comparison, and how much more it would take to say more. */
export function judgeEffect(comparison: Comparison, { worth, information, units, isEnough }: Judged): Judgement {
  const { offers, holdout, pooled, error, topShare } = comparison;
  const relativeError = error / (Math.abs(pooled) * worth);
  const more = isEnough ? moreVisits({ relativeError, information, units, topShare }) : 0;
  const missing = more > 0 ? { moreVisits: more } : {};
  if (!isEnough || !(information >= LEAST_INFORMATION)) return { verdict: "early", ...missing };
  if (topShare > MOST_TOP_SHARE) return { verdict: "uneven" };
  const multiplier = anytimeMultiplier(information);
  const estimate = offers - holdout;
  const range = { estimate, low: estimate - multiplier * error, high: estimate + multiplier * error };
  const verdict = verdictOf(range, worth * Math.abs(holdout));
  return { verdict, range, widthRatio: multiplier / FIXED_MULTIPLIER, ...(verdict === "open" && missing) };
}

function verdictOf({ low, high }: Range, worth: number): Effect["verdict"] {
  if (low > 0) return "more";
  if (high < 0) return "less";
  return low > -worth && high < worth ? "same" : "open";
}
