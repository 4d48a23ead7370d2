import type { Draft } from "./draft.ts";
import type { History } from "../mining/history.ts";
import type { Universe } from "./universe.ts";

/** What an accessory weighs that the catalogue names first and no order has shown yet; each further one a little less. */
const NAMED_WEIGHT = 0.1;
const NAMED_DECAY = 0.95;
/** So many orders of the product weigh as much as the catalogue's word. */
const NAMED_ORDERS = 20;
const MOST_NAMED = 12;

/** Adds the accessories the catalogue names, each with a weight between its word and what the orders show. */
export function addNamed(
  { items, place }: Universe,
  { counts }: History,
  rows: readonly (readonly Draft[])[],
): readonly (readonly Draft[])[] {
  return rows.map((row, i) => {
    const accessories = (items[i]?.accessories ?? []).slice(0, MOST_NAMED).flatMap((id) => place.get(id) ?? []);
    if (!accessories.length) return row;
    const seen = counts[i] ?? 0;
    const named = accessories.map((j, at): Draft => {
      const shown = Math.max(0, row.find((draft) => draft.j === j)?.weight ?? 0);
      const weight = (seen * shown + NAMED_ORDERS * NAMED_WEIGHT * NAMED_DECAY ** at) / (seen + NAMED_ORDERS);
      return { j, weight, origin: "catalogue" };
    });
    const taken = new Set(named.map(({ j }) => j));
    return [...named, ...row.filter(({ j }) => !taken.has(j))];
  });
}
