import { findAlike } from "./findAlike.ts";
import { canGoWith } from "./canGoWith.ts";
import type { Draft } from "./draft.ts";
import type { History } from "../mining/history.ts";
import { putInto } from "../lib/putInto.ts";
import type { Universe } from "./universe.ts";

/** What is borrowed weighs half of what it was for the lender. */
const BORROWED = 0.5;
/** Relations a product borrows, and rows it is put into. */
const MOST_ROWS = 8;
const MOST_PLACES = 8;

type Rows = readonly (readonly Draft[])[];

/**
 * Rows for all products: those too seldom ordered for rows of their own borrow what speaks for something in the rows of products like
 * them, else in those of their category; and they are offered where a product like them is.
 */
export function borrowRelations(universe: Universe, { counts }: History, { rows, minOrders }: { rows: Rows; minOrders: number }): Rows {
  const { items } = universe;
  const known: number[] = [];
  const cold: number[] = [];
  for (const at of items.keys()) ((counts[at] ?? 0) >= minOrders ? known : cold).push(at);
  if (!known.length || !cold.length) return items.map((_, at) => rows[at] ?? []);
  const twins = findAlike(items, cold, known);
  const categories = bestByCategory(universe, counts, rows);
  const lent = new Map<number, readonly Draft[]>();
  for (const at of cold) {
    const alike = (twins.get(at) ?? []).map((twin) => ({ row: rows[twin.at] ?? [], share: twin.likeness }));
    const row = alike.length
      ? meanOf(alike).map((draft): Draft => ({ ...draft, origin: "alike" }))
      : (categories.get(categoryAt(universe, at)) ?? []);
    lent.set(at, row.filter(({ j }) => j !== at).slice(0, MOST_ROWS));
  }
  const places = placesOf(rows);
  const added = new Map<number, Draft[]>();
  for (const [at, found] of twins) {
    const [twin] = found;
    for (const { i, weight } of (twin && places.get(twin.at)) ?? []) {
      const [product, addOn] = [items[i], items[at]];
      if (i === at || !twin || !product || !addOn || !canGoWith(addOn.card, product.card)) continue;
      putInto(added, i, { j: at, weight: weight * BORROWED * twin.likeness, origin: "alike" });
    }
  }
  return items.map((_, at) => [...(lent.get(at) ?? rows[at] ?? []), ...(added.get(at) ?? [])]);
}

const categoryAt = ({ items }: Universe, at: number): string => items[at]?.card.categories?.at(-1) ?? "";

interface Lender {
  readonly row: readonly Draft[];
  readonly share: number;
}

/** The mean of what speaks for something in several rows, the strongest first. */
function meanOf(lenders: Iterable<Lender>): readonly Draft[] {
  const sums = new Map<number, number>();
  let total = 0;
  for (const { row, share } of lenders) {
    total += share;
    for (const { j, weight } of row) if (weight > 0) sums.set(j, (sums.get(j) ?? 0) + weight * share);
  }
  const drafts = [...sums].map(([j, sum]): Draft => ({ j, weight: (sum / total) * BORROWED }));
  return drafts.sort((a, b) => b.weight - a.weight || a.j - b.j);
}

/** By category, what most speaks for something in its rows, each counting by its orders. */
function bestByCategory(universe: Universe, counts: Int32Array, rows: Rows): ReadonlyMap<string, readonly Draft[]> {
  const lenders = new Map<string, Lender[]>();
  for (const [at, row] of rows.entries()) {
    const category = categoryAt(universe, at);
    if (category) putInto(lenders, category, { row, share: counts[at] ?? 0 });
  }
  const means = [...lenders].map(([category, all]) => {
    const best = meanOf(all).slice(0, MOST_ROWS + 1);
    return [category, best.map((draft): Draft => ({ ...draft, origin: "category" }))] as const;
  });
  return new Map(means);
}

/** Where products stand with a positive weight: for each the rows that speak most for it. */
function placesOf(rows: Rows): ReadonlyMap<number, readonly { readonly i: number; readonly weight: number }[]> {
  const places = new Map<number, { readonly i: number; readonly weight: number }[]>();
  for (const [i, row] of rows.entries()) for (const { j, weight } of row) if (weight > 0) putInto(places, j, { i, weight });
  for (const list of places.values()) list.sort((a, b) => b.weight - a.weight || a.i - b.i).splice(MOST_PLACES);
  return places;
}
