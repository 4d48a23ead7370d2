/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { dequantise } from "../browser/model/dequantise.ts";
import { type Pairs, countPairs } from "./countPairs.ts";
import { ease, leastPairs } from "./ease.ts";
import { createPairCount } from "./pairCount.ts";
import { quantise } from "./quantise.ts";
import type { Orders } from "./readOrders.ts";
import type { Universe } from "./universe.ts";

/** What product `j` is to the product whose row it stands in. */
export interface Relation {
  readonly j: number;
  readonly byte: number;
  /** Per cent of the orders with the row's product, rounded to 5. */
  readonly share?: number;
  readonly catalogue?: true;
}

export interface Weights {
  /** By product, the heaviest first. */
  readonly rows: readonly (readonly Relation[])[];
  readonly biases: readonly number[];
  readonly scales: { readonly weight: number; readonly bias: number };
}

export interface WeightOptions {
  readonly neighbours: number;
  readonly minOrders: number;
  /** How much a product's own popularity counts, 0 to 1: the dial `g`. */
  readonly popularity: number;
}

interface Draft {
  readonly j: number;
  readonly weight: number;
  readonly share?: number;
  readonly catalogue?: true;
}

/** What an accessory weighs that the catalogue names first and no order has shown yet; each further one a little less. */
const NAMED_WEIGHT = 0.1;
const NAMED_DECAY = 0.95;
/** So many orders of the product weigh as much as the catalogue's word. */
const NAMED_ORDERS = 20;
const MOST_NAMED = 12;
/** A product in fewer orders borrows the relations of its category, at half their weight. */
const OWN_ORDERS = 3;
const BORROWED = 0.5;
const MOST_BORROWED = 8;
const SHARE_STEP = 5;

/** Mines the weights and biases of all products, quantised; the bias is recomputed from the weights that were kept. */
export function mineWeights(universe: Universe, orders: Orders, options: WeightOptions): Weights {
  const pairs = countPairs(orders, leastPairs(orders.ids.length));
  const mined = mineRows(orders, pairs, options);
  const borrowed = borrowByCategory(universe, orders, mined);
  const drafts = universe.items.map((_, i) => addNamed(universe, orders, { i, row: borrowed.get(i) ?? mined[i] ?? [] }));
  const weight = drafts.reduce((most, row) => row.reduce((max, draft) => Math.max(max, Math.abs(draft.weight)), most), 0);
  const rows = drafts.map((row) =>
    row
      .map(({ weight: exact, ...rest }): Relation => ({ ...rest, byte: quantise(exact, weight) }))
      .filter(({ byte, catalogue }) => byte || catalogue)
      .sort((a, b) => b.byte - a.byte || a.j - b.j),
  );
  const exact = [...universe.popularity];
  for (const [i, row] of rows.entries()) {
    for (const { j, byte } of row) exact[j]! -= universe.popularity[i]! * dequantise(byte, weight);
  }
  const dialled = exact.map((bias) => bias * options.popularity);
  const bias = dialled.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { rows, biases: dialled.map((value) => quantise(value, bias)), scales: { weight, bias } };
}

function mineRows(orders: Orders, pairs: Pairs, options: WeightOptions): readonly (readonly Draft[])[] {
  const rows = ease(orders, pairs, options);
  const count = createPairCount(pairs, orders.ids.length);
  return orders.ids.map((_, i) =>
    rows.row(i).map(([j, weight]): Draft => {
      const share = Math.round(((count(i, j) / orders.counts[i]!) * 100) / SHARE_STEP) * SHARE_STEP;
      return { j, weight, ...(weight > 0 && share > 0 && { share }) };
    }),
  );
}

/** Rows for hardly ever ordered products: the mean of what speaks for something in their category's rows. */
function borrowByCategory(
  { items }: Universe,
  orders: Orders,
  mined: readonly (readonly Draft[])[],
): ReadonlyMap<number, readonly Draft[]> {
  const sums = new Map<string, { orders: number; readonly byProduct: Map<number, number> }>();
  for (const [i, row] of mined.entries()) {
    const category = items[i]?.card.categories?.at(-1);
    if (category === undefined) continue;
    const sum = sums.get(category) ?? { orders: 0, byProduct: new Map<number, number>() };
    sums.set(category, sum);
    sum.orders += orders.counts[i]!;
    for (const { j, weight } of row) if (weight > 0) sum.byProduct.set(j, (sum.byProduct.get(j) ?? 0) + weight * orders.counts[i]!);
  }
  const best = new Map<string, readonly Draft[]>();
  for (const [category, { orders: total, byProduct }] of sums) {
    const drafts = [...byProduct].map(([j, sum]): Draft => ({ j, weight: (sum / total) * BORROWED }));
    best.set(category, drafts.sort((a, b) => b.weight - a.weight || a.j - b.j).slice(0, MOST_BORROWED));
  }
  const rare = items.flatMap((item, i) => {
    const row = (orders.counts[i] ?? 0) < OWN_ORDERS ? best.get(item.card.categories?.at(-1) ?? "") : undefined;
    return row ? [[i, row.filter(({ j }) => j !== i)] as const] : [];
  });
  return new Map(rare);
}

/** The accessories the catalogue names, each with a weight between its word and what the orders show. */
function addNamed({ items, place }: Universe, orders: Orders, { i, row }: { i: number; row: readonly Draft[] }): readonly Draft[] {
  const named = (items[i]?.accessories ?? []).slice(0, MOST_NAMED).map((id, at): Draft => {
    const j = place.get(id)!;
    const seen = orders.counts[i] ?? 0;
    const shown = Math.max(0, row.find((draft) => draft.j === j)?.weight ?? 0);
    return { j, weight: (seen * shown + NAMED_ORDERS * NAMED_WEIGHT * NAMED_DECAY ** at) / (seen + NAMED_ORDERS), catalogue: true };
  });
  const taken = new Set(named.map(({ j }) => j));
  return [...named, ...row.filter(({ j }) => !taken.has(j))];
}
