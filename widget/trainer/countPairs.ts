/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import type { Orders } from "./readOrders.ts";

/** In how many orders products meet. Row `i` is `others[starts[i]]` to `others[starts[i + 1] - 1]`, ascending, with their `counts`. */
export interface Pairs {
  readonly starts: Int32Array;
  readonly others: Int32Array;
  readonly counts: Int32Array;
}

/** Counts whole orders, so that the order of the rows cannot matter. A pair seen in fewer than `least` orders is left out. */
export function countPairs(orders: Orders, least: number): Pairs {
  const products = orders.ids.length;
  const byProduct = ordersByProduct(orders);
  const starts = new Int32Array(products + 1);
  let others = new Int32Array(1 << 16);
  let counts = new Int32Array(1 << 16);
  const tally = new Int32Array(products);
  let filled = 0;
  for (let i = 0; i < products; i++) {
    const met = tallyRow(orders, byProduct, { i, tally });
    if (filled + met.length > others.length) [others, counts] = [grown(others, filled + met.length), grown(counts, filled + met.length)];
    for (const j of met) {
      const count = tally[j] ?? 0;
      tally[j] = 0;
      if (count < least) continue;
      others[filled] = j;
      counts[filled++] = count;
    }
    starts[i + 1] = filled;
  }
  return { starts, others: others.subarray(0, filled), counts: counts.subarray(0, filled) };
}

interface ByProduct {
  readonly starts: Int32Array;
  readonly orders: Int32Array;
}

function ordersByProduct({ counts, starts, items }: Orders): ByProduct {
  const begin = new Int32Array(counts.length + 1);
  for (const [i, n] of counts.entries()) begin[i + 1] = (begin[i] ?? 0) + n;
  const next = begin.slice();
  const list = new Int32Array(items.length);
  for (let order = 0; order + 1 < starts.length; order++) {
    for (let at = starts[order]!; at < starts[order + 1]!; at++) list[next[items[at]!]!++] = order;
  }
  return { starts: begin, orders: list };
}

/** Adds up, in `tally`, what the orders with product `i` hold; returns the products met, ascending. */
function tallyRow({ starts, items }: Orders, byProduct: ByProduct, { i, tally }: { i: number; tally: Int32Array }): Int32Array {
  const met: number[] = [];
  for (let at = byProduct.starts[i]!; at < byProduct.starts[i + 1]!; at++) {
    const order = byProduct.orders[at]!;
    for (let place = starts[order]!; place < starts[order + 1]!; place++) {
      const j = items[place]!;
      if (j !== i && tally[j]!++ === 0) met.push(j);
    }
  }
  return Int32Array.from(met).sort();
}

function grown(from: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(Math.max(needed, from.length * 2));
  to.set(from);
  return to;
}
