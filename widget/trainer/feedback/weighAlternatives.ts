import type { ChangedPair } from "../../types/changes.ts";
import type { InsteadRow } from "../../types/model.ts";
import type { ProductId } from "../../types/product.ts";
import type { Feedback } from "./feedback.ts";

type Alternatives = ReadonlyMap<ProductId, readonly InsteadRow[]>;

/** How much the alternative in the next place is worth of the one before it. */
const NEXT = 0.85;

/**
 * Alternatives stand in an order and have no weights: one of place n counts 0.85 to the power of n, times what shoppers made of it, and all
 * are put in order anew. Variants of one product are not told apart in what shoppers did, so none of them is taken out.
 */
export function weighAlternatives(
  found: Alternatives,
  feedback: Feedback | undefined,
): { readonly instead: Alternatives; readonly moved: readonly ChangedPair[] } {
  if (!feedback) return { instead: found, moved: [] };
  const moved = new Set<ChangedPair>();
  const weighed = [...found].map(([id, rows]) => {
    const told = feedback.of("up-sell", id);
    if (!told) return [id, rows] as const;
    const worth = rows.flatMap((row, at) => {
      const verdict = told.get(row.id);
      if (!verdict || (verdict.factor === 0 && row.variant !== undefined)) return [{ row, worth: NEXT ** at }];
      moved.add(verdict);
      return verdict.factor ? [{ row, worth: NEXT ** at * verdict.factor }] : [];
    });
    worth.sort((a, b) => b.worth - a.worth);
    return [id, worth.map(({ row }, at): InsteadRow => ({ ...row, score: rows[at]?.score ?? row.score }))] as const;
  });
  return { instead: new Map(weighed.filter(([, rows]) => rows.length)), moved: [...moved] };
}
