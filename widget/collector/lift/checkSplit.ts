import type { ShareFrom, SplitCheck } from "../../types/lift.ts";
import type { UnitDayRow } from "../../types/liftRows.ts";
import { logGamma } from "./logGamma.ts";
import { sharePeriods } from "./sharePeriods.ts";

/** Sound arms are called unsound in at most this share of experiments, however often one looks. */
const ALPHA = 0.01;
/** How closely an unsound split is expected about the right one: about one and a half points of a hundred. */
const CONCENTRATION = 1000;

/**
 * Whether the arms have the sizes they were drawn with (sample-ratio check), valid at every look: a Bayes factor of a beta
 * mixture over other splits, which is a martingale while the split is right and by Ville's inequality seldom grows. Lindon and
 * Malek, "Anytime-valid inference for multinomial count data", NeurIPS 2022 (arXiv:2011.03567). It is exact, not asymptotic.
 */
export function checkSplit(rows: readonly UnitDayRow[], shares: readonly ShareFrom[]): SplitCheck {
  const periods = new Map<number, { offers: number; holdout: number }>();
  let isSound = true;
  for (const { share, offers, holdout } of sharePeriods(rows, shares)) {
    const sums = periods.get(share) ?? { offers: 0, holdout: 0 };
    periods.set(share, { offers: sums.offers + offers, holdout: sums.holdout + holdout });
    const factor = [...periods].reduce((sum, [expected, counts]) => sum + logFactor(counts, expected), 0);
    if (factor >= -Math.log(ALPHA)) isSound = false;
  }
  const counts = [...periods];
  const [offers, holdout] = [sum(counts.map(([, of]) => of.offers)), sum(counts.map(([, of]) => of.holdout))];
  const drawn = sum(counts.map(([share, of]) => share * (of.offers + of.holdout)));
  return { offers, holdout, expected: offers + holdout > 0 ? drawn / (offers + holdout) : (shares.at(-1)?.share ?? 0), isSound };
}

function logFactor({ offers, holdout }: { readonly offers: number; readonly holdout: number }, share: number): number {
  const [a, b] = [CONCENTRATION * (1 - share), CONCENTRATION * share];
  const mixed = logBeta(a + offers, b + holdout) - logBeta(a, b);
  return mixed - offers * Math.log(1 - share) - holdout * Math.log(share);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
