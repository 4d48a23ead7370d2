import type { ChangedPair } from "../../types/changes.ts";

/** How visits took a pair, and what was to be expected where it stood. */
export interface PairLooks extends Pick<ChangedPair, "kind" | "for" | "product"> {
  /** Visits that looked at it. Of these: took it and kept it; declined it; said that it does not fit. */
  readonly looks: number;
  readonly taken: number;
  readonly declined: number;
  readonly misfits: number;
  /** The same numbers for the average offer of its kind at its places. */
  readonly expectedTaken: number;
  readonly expectedDeclined: number;
}

/** So many visits must have looked at a pair before anything is learnt from them. */
export const LEAST_LOOKS = 20;
/** However loud the shoppers, orders keep their word. */
export const LEAST_FACTOR = 0.5;
const MOST_FACTOR = 2;
/** Finer steps would tell of single visits. */
const STEPS = 20;
/** How many takes that were to be expected weigh as much as what is usual. */
const LEAST_PRIOR = 4;
const MOST_PRIOR = 40;
/** Of visits with a word on the pair so many, and such a share, must have said that it does not fit: as if 1 of 10 others had. */
const LEAST_MISFITS = 8;
const MISFIT_SHARE = 0.5;
const OTHER_MISFITS = 1;
const OTHER_ANSWERS = 10;

/**
 * The pairs that shoppers move, with their factors. A pair's acceptance is what was taken over what was to be expected at its places: "clicks
 * over expected clicks" (Zhang & Jones, Comparing click logs and editorial labels for training query rewriting, WWW 2007), which favours no
 * first place. It is shrunk towards 1 as a Gamma-Poisson mean, (taken + k) / (expected + k) (Agarwal, Chen & Elango, Spatio-temporal models
 * for estimating click-through rate, WWW 2009), with k by the method of moments from how far the shop's pairs differ, held between 4 and 40.
 * Declines are set against what is usual in the same way:
 *
 *   factor = (taken + k) / (E taken + k) · (E declined + d) / (declined + d), held between 0.5 and 2, in steps of 0.05
 *
 * and 0 where a pair does not fit: (misfits + 1) / (taken + declined + 10) of at least a half, by at least 8 visits.
 */
export function judgePairs(all: readonly PairLooks[]): readonly ChangedPair[] {
  const pairs = all.filter(({ looks }) => looks >= LEAST_LOOKS);
  const k = priorOf(pairs.map(({ taken, expectedTaken }) => [taken, expectedTaken]));
  const d = priorOf(pairs.map(({ declined, expectedDeclined }) => [declined, expectedDeclined]));
  return pairs.flatMap((pair): readonly ChangedPair[] => {
    const { taken, expectedTaken, declined, expectedDeclined, misfits } = pair;
    const ratio = ((taken + k) / (expectedTaken + k)) * ((expectedDeclined + d) / (declined + d));
    const held = Math.round(Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, ratio)) * STEPS) / STEPS;
    const factor = isMisfit(pair) ? 0 : held;
    const refusal = factor === 0 || misfits * 2 > declined ? "does-not-fit" : "refused";
    const { kind, for: other, product } = pair;
    return factor === 1 ? [] : [{ kind, for: other, product, factor, reason: factor > 1 ? "taken" : refusal }];
  });
}

/** The mean of a Beta prior and the answers. */
function isMisfit({ misfits, taken, declined }: PairLooks): boolean {
  return misfits >= LEAST_MISFITS && (misfits + OTHER_MISFITS) / (taken + declined + OTHER_ANSWERS) >= MISFIT_SHARE;
}

/**
 * Counts c of mean E λ, λ about 1 with variance 1 / k, vary by E + E² / k, so that k = Σ E² / Σ ((c - E)² - E). Where they differ no more than
 * chance has them, there is nothing to learn, and k is the most.
 */
function priorOf(counts: readonly (readonly [count: number, expected: number])[]): number {
  const squares = counts.reduce((sum, [, expected]) => sum + expected ** 2, 0);
  const excess = counts.reduce((sum, [count, expected]) => sum + (count - expected) ** 2 - expected, 0);
  return excess > 0 ? Math.min(MOST_PRIOR, Math.max(LEAST_PRIOR, squares / excess)) : MOST_PRIOR;
}
