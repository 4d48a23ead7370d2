/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { type History, leastSeen, type Pairs } from "./history.ts";
import type { Orders } from "./readBaskets.ts";
import { ints, type SharedInts } from "./sharedInts.ts";
import type { OrderWeights } from "./weighOrders.ts";

/** Counts whole orders, so that the order of the rows cannot matter. Pairs seen too seldom to tell anything are left out. */
export function countPairs(orders: Orders, { unit, weights }: OrderWeights): History {
  const byProduct = ordersByProduct(orders);
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
    pairs: mirror(countLower(orders, byProduct, weights)),
  };
}

interface ByProduct {
  readonly starts: Int32Array;
  readonly orders: Int32Array;
}

function ordersByProduct({ counts, starts, items }: Orders): ByProduct {
  const begin = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) begin[i + 1] = begin[i]! + counts[i]!;
  const next = begin.slice();
  const list = new Int32Array(items.length);
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

/** Each product with those before it only. */
function countLower(orders: Orders, byProduct: ByProduct, weights: Uint8Array | undefined): Pairs {
  const products = orders.counts.length;
  const least = leastSeen(products);
  const tally = createTally(orders, byProduct, weights);
  const starts = new Int32Array(products + 1);
  let others = ints(1 << 16);
  let counts = ints(1 << 16);
  let masses = weights ? ints(1 << 16) : counts;
  let filled = 0;
  for (let i = 0; i < products; i++) {
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
    starts[i + 1] = filled;
  }
  return { starts, others: others.subarray(0, filled), counts: counts.subarray(0, filled), masses: masses.subarray(0, filled) };
}

/** What the orders with one product hold of those before it. */
interface Tally {
  readonly counts: Int32Array;
  readonly masses: Int32Array;
  /** Adds up the orders with product `i`; returns the products met in at least so many, ascending. The caller clears what it was told. */
  add(i: number, least: number): Int32Array;
}

function createTally({ counts: all, starts, items }: Orders, byProduct: ByProduct, weights: Uint8Array | undefined): Tally {
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

/** Rows of both sides out of those of one. */
function mirror({ starts: from, others, counts, masses }: Pairs): Pairs {
  const products = from.length - 1;
  const starts = ints(products + 1);
  for (let i = 0; i < products; i++) starts[i + 1] = from[i + 1]! - from[i]!;
  for (const j of others) starts[j + 1]!++;
  for (let i = 0; i < products; i++) starts[i + 1]! += starts[i]!;
  const next = new Int32Array(starts.subarray(0, products));
  const isEven = masses.buffer === counts.buffer;
  const both = { others: ints(others.length * 2), counts: ints(others.length * 2), masses: ints(isEven ? 0 : others.length * 2) };
  const put = (row: number, other: number, at: number) => {
    const place = next[row]!++;
    both.others[place] = other;
    both.counts[place] = counts[at]!;
    if (!isEven) both.masses[place] = masses[at]!;
  };
  // The lower products of a row come first, then, as their own rows are reached, the higher ones: each row ascends.
  for (let i = 0; i < products; i++) {
    for (let at = from[i]!; at < from[i + 1]!; at++) put(i, others[at]!, at);
  }
  for (let i = 0; i < products; i++) {
    for (let at = from[i]!; at < from[i + 1]!; at++) put(others[at]!, i, at);
  }
  return { starts, others: both.others, counts: both.counts, masses: isEven ? both.counts : both.masses };
}

function grown(from: SharedInts, size: number): SharedInts {
  const to = ints(size);
  to.set(from);
  return to;
}
