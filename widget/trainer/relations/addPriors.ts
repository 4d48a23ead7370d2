import { canGoWith } from "./canGoWith.ts";
import type { Draft, Origin } from "./draft.ts";
import { findFitted } from "./findFitted.ts";
import type { History } from "../mining/history.ts";
import { findNamedAfter } from "./findNamedAfter.ts";
import type { Universe } from "./universe.ts";

/** What something made for a product weighs that no order has shown yet; each further one a little less. */
const FITTED = 0.06;
const NAMED_AFTER = 0.04;
const DECAY = 0.9;
/** In so many orders a product's own history has the word. */
const KNOWN_ORDERS = 20;
const MOST = 8;
const MOST_OF_CATEGORY = 3;

type Rows = readonly (readonly Draft[])[];

/**
 * Adds what the catalogue says is made for a product: by its `fits` column, else by its name ("case for Aster 9"). Only where the one or the
 * other is still hardly ever ordered.
 */
export function addPriors({ items }: Universe, { counts }: History, rows: Rows): Rows {
  const fitted = findFitted(items);
  const named = findNamedAfter(items);
  const isNew = (at: number) => (counts[at] ?? 0) < KNOWN_ORDERS;
  return items.map((item, i) => {
    const row = rows[i] ?? [];
    const taken = new Set([i, ...row.map(({ j }) => j)]);
    const perCategory = new Map<string, number>();
    const pick = (places: readonly number[] = [], weight: number, origin: Origin): readonly Draft[] => {
      const drafts: Draft[] = [];
      for (const j of places) {
        const addOn = items[j]?.card;
        if (drafts.length === MOST || taken.has(j) || !addOn || !(isNew(i) || isNew(j)) || !canGoWith(addOn, item.card)) continue;
        const category = addOn.categories?.at(-1) ?? "";
        const among = perCategory.get(category) ?? 0;
        if (category && among === MOST_OF_CATEGORY) continue;
        perCategory.set(category, among + 1);
        taken.add(j);
        drafts.push({ j, weight: weight * DECAY ** drafts.length, origin });
      }
      return drafts;
    };
    // What names its models in a column needs no guess by its name.
    const byName = named.get(i)?.filter((j) => !items[j]?.card.fits);
    return [...row, ...pick(fitted.get(i), FITTED, "attributes"), ...pick(byName, NAMED_AFTER, "names")];
  });
}
