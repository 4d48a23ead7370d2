/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { type History, leastSeen, type Pairs } from "./history.ts";
import type { Orders } from "../orders/readBaskets.ts";
import { ints, type SharedInts } from "../lib/sharedInts.ts";
import type { OrderWeights } from "./weighOrders.ts";

/** Which products' rows are counted: every `of`-th, from `from` on. */
export interface CountTask {
  readonly orders: Pick<Orders, "counts" | "starts" | "items">;
  readonly byProduct: ByProduct;
  readonly weights?: Uint8Array | undefined;
  readonly from: number;
  readonly of: number;
}

/** Counts the tasks' rows in its own way, in their order. */
type Count = (tasks: readonly CountTask[]) => Promise<readonly Pairs[]>;

/** Counts whole orders, so that the order of the rows cannot matter. Pairs seen too seldom to tell anything are left out. */
export function countPairs(orders: Orders, weights: OrderWeights): History {
  const byProduct = ordersByProduct(orders);
  return historyOf(orders, weights, { byProduct, lower: tasksOf(orders, weights, { byProduct, of: 1 }).map(countLower) });
}

/** The same in `of` parts. */
export async function countPairsInParts(
  orders: Orders,
  weights: OrderWeights,
  { of, count }: { of: number; count: Count },
): Promise<History> {
  const byProduct = ordersByProduct(orders);
  return historyOf(orders, weights, { byProduct, lower: await count(tasksOf(orders, weights, { byProduct, of })) });
}

function tasksOf(
  { counts, starts, items }: Orders,
  { weights }: OrderWeights,
  { byProduct, of }: Pick<CountTask, "byProduct" | "of">,
): readonly CountTask[] {
  return Array.from({ length: of }, (_, from) => ({ orders: { counts, starts, items }, byProduct, weights, from, of }));
}

interface Counted {
  readonly byProduct: ByProduct;
  /** Of the products in turn: the rows of each with those before it. */
  readonly lower: readonly Pairs[];
}

function historyOf(orders: Orders, { unit, weights }: OrderWeights, { byProduct, lower }: Counted): History {
  const total = orders.starts.length - 1;
  const counts = ints(orders.counts.length);
  counts.set(orders.counts);
  return {
    ids: orders.ids,
    orders: total,
    mass: weights ? weights.reduce((sum, weight) => sum + weight, 0) : total,
    unit,
    counts,
    masses: weights ? massesOf(byProduct, weights) : counts,
    pairs: mirror(lower, { products: counts.length, isEven: !weights }),
  };
}

export interface ByProduct {
  readonly starts: Int32Array;
  readonly orders: Int32Array;
}

function ordersByProduct({ counts, starts, items }: Orders): ByProduct {
  const begin = ints(counts.length + 1);
  for (let i = 0; i < counts.length; i++) begin[i + 1] = begin[i]! + counts[i]!;
  const next = new Int32Array(begin);
  const list = ints(items.length);
  for (let order = 0; order + 1 < starts.length; order++) {
    for (let at = starts[order]!; at < starts[order + 1]!; at++) list[next[items[at]!]!++] = order;
  }
  return { starts: begin, orders: list };
}

function massesOf({ starts, orders }: ByProduct, weights: Uint8Array): Int32Array {
  const masses = ints(starts.length - 1);
  for (let i = 0; i < masses.length; i++) for (let at = starts[i]!; at < starts[i + 1]!; at++) masses[i]! += weights[orders[at]!]!;
  return masses;
}

/** Each product of the task with those before it only. */
export function countLower({ orders, byProduct, weights, from, of }: CountTask): Pairs {
  const products = orders.counts.length;
  const least = leastSeen(products);
  const tally = createTally(orders, byProduct, weights);
  const starts = [0];
  let others = ints(1 << 16);
  let counts = ints(1 << 16);
  let masses = weights ? ints(1 << 16) : counts;
  let filled = 0;
  for (let i = from; i < products; i += of) {
    const met = tally.add(i, least);
    if (filled + met.length > others.length) {
      const size = Math.max(filled + met.length, Math.ceil(others.length * 1.5));
      [others, counts] = [grown(others, size), grown(counts, size)];
      masses = weights ? grown(masses, size) : counts;
    }
    for (const j of met) {
      others[filled] = j;
      counts[filled] = tally.counts[j]!;
      if (weights) masses[filled] = tally.masses[j]!;
      tally.counts[j] = tally.masses[j] = 0;
      filled++;
    }
    starts.push(filled);
  }
  const cut = (list: SharedInts) => list.subarray(0, filled);
  return { starts: Int32Array.from(starts), others: cut(others), counts: cut(counts), masses: cut(masses) };
}

/** What the orders with one product hold of those before it. */
interface Tally {
  readonly counts: Int32Array;
  readonly masses: Int32Array;
  /** Adds up the orders with product `i`; returns the products met in at least so many, ascending. The caller clears what it was told. */
  add(i: number, least: number): Int32Array;
}

function createTally({ counts: all, starts, items }: CountTask["orders"], byProduct: ByProduct, weights: Uint8Array | undefined): Tally {
  const counts = new Int32Array(all.length);
  const masses = new Int32Array(all.length);
  const met = new Int32Array(all.length);
  return {
    counts,
    masses,
    add(i, least) {
      let found = 0;
      for (let at = byProduct.starts[i]!; at < byProduct.starts[i + 1]!; at++) {
        const order = byProduct.orders[at]!;
        const weight = weights ? weights[order]! : 1;
        for (let place = starts[order]!, j = items[place]!; j < i; j = items[++place]!) {
          if (counts[j]!++ === 0) met[found++] = j;
          masses[j]! += weight;
        }
      }
      let kept = 0;
      for (let at = 0; at < found; at++) {
        const j = met[at]!;
        if (counts[j]! >= least) met[kept++] = j;
        else counts[j] = masses[j] = 0;
      }
      return met.subarray(0, kept).sort();
    },
  };
}

/** Rows of both sides out of those of one, which the parts have in turn. */
function mirror(parts: readonly Pairs[], { products, isEven }: { readonly products: number; readonly isEven: boolean }): Pairs {
  const rowOf = (i: number) => {
    const { starts: from, ...part } = parts[i % parts.length]!;
    const row = Math.floor(i / parts.length);
    return { ...part, begin: from[row]!, end: from[row + 1]! };
  };
  const starts = ints(products + 1);
  for (let i = 0; i < products; i++) {
    const { others, begin, end } = rowOf(i);
    starts[i + 1]! += end - begin;
    for (let at = begin; at < end; at++) starts[others[at]! + 1]!++;
  }
  for (let i = 0; i < products; i++) starts[i + 1]! += starts[i]!;
  const next = new Int32Array(starts.subarray(0, products));
  const total = starts[products]!;
  const counts = ints(total);
  const both = { starts, others: ints(total), counts, masses: isEven ? counts : ints(total) };
  // The lower products of a row come first, then, as their own rows are reached, the higher ones: each row ascends.
  for (const isLower of [true, false]) {
    for (let i = 0; i < products; i++) {
      const { others, counts: seen, masses, begin, end } = rowOf(i);
      for (let at = begin; at < end; at++) {
        const place = next[isLower ? i : others[at]!]!++;
        both.others[place] = isLower ? others[at]! : i;
        both.counts[place] = seen[at]!;
        if (!isEven) both.masses[place] = masses[at]!;
      }
    }
  }
  return both;
}

function grown(from: SharedInts, size: number): SharedInts {
  const to = ints(size);
  to.set(from);
  return to;
}
