import type { ChangedPair } from "../../types/changes.ts";
import type { Draft } from "../relations/draft.ts";
import type { Universe } from "../relations/universe.ts";
import type { Feedback } from "./feedback.ts";

type Rows = readonly (readonly Draft[])[];

/** What goes together, weighed by what shoppers made of it. What speaks against a product is no offer, and stays. */
export function weighDrafts(
  { items }: Universe,
  rows: Rows,
  feedback: Feedback | undefined,
): { readonly rows: Rows; readonly moved: readonly ChangedPair[] } {
  if (!feedback) return { rows, moved: [] };
  const moved = new Set<ChangedPair>();
  const weighed = rows.map((row, i) => {
    const told = feedback.of("cross-sell", items[i]?.id ?? "");
    if (!told) return row;
    return row.flatMap((draft): readonly Draft[] => {
      const verdict = told.get(items[draft.j]?.id ?? "");
      if (!verdict || draft.weight <= 0) return [draft];
      moved.add(verdict);
      return verdict.factor ? [{ ...draft, weight: draft.weight * verdict.factor }] : [];
    });
  });
  return { rows: weighed, moved: [...moved] };
}
