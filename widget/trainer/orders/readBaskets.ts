/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import type { Database } from "../reading/database.ts";
import { createKeyNumbers } from "./createKeyNumbers.ts";
import { ints } from "../lib/sharedInts.ts";

/** Orders as sets of products, in no order of their own. Products are numbered from the most to the least ordered one, equals by id. */
export interface Orders {
  readonly ids: readonly string[];
  /** Orders that hold the product. */
  readonly counts: Int32Array;
  /** Order `o` holds the products `items[starts[o]]` to `items[starts[o + 1] - 1]`, ascending. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
  /** Days since 1970 of each order, 0 where it is not known; absent: of none. */
  readonly days?: Int32Array;
}

/** A 64-bit hash as two whole numbers of 32 bits. */
const HALVES = "((h >> 32)::bigint - 2147483648)::integer as high, ((h & 4294967295)::bigint - 2147483648)::integer as low";

/**
 * The baskets of the view `lines(o, product, day)`. A product that stands in several lines of an order counts once; an order's day is its
 * first. `o` is a 64-bit hash of the order.
 */
export async function readBaskets(database: Database): Promise<Orders> {
  await database.run(
    "create table products as select product, n, (row_number() over () - 1)::integer as k from (select product, count(*) as n from lines group by product)",
  );
  const products = await database.rows("select product, n::integer from products order by k");
  const total = products.reduce((sum, [, n]) => sum + Number(n), 0);
  const places = new Int32Array(total);
  const numbers = new Int32Array(total);
  const days: number[] = [];
  const orders = createKeyNumbers();
  let at = 0;
  const query = `select ${HALVES}, k, day from (select o as h, k, coalesce(day, 0)::integer as day from lines join products using (product))`;
  await database.eachInts(query, ([highs, lows, ks, dates]) => {
    for (let row = 0; row < ks!.length; row++, at++) {
      const order = orders.number(highs![row]!, lows![row]!);
      places[at] = order;
      numbers[at] = ks![row]!;
      const day = dates![row]!;
      const known = days[order] ?? 0;
      days[order] = day && (!known || day < known) ? day : known;
    }
  });
  await database.run("drop table products");
  const baskets = intoBaskets({ places, numbers, total: orders.size });
  const renumbered = byOrders(
    baskets,
    products.map(([id]) => String(id)),
  );
  return { ...renumbered, ...(days.some(Boolean) && { days: Int32Array.from(days) }) };
}

interface Pile {
  /** Of each line: its order, its product. */
  readonly places: Int32Array;
  readonly numbers: Int32Array;
  readonly total: number;
}

type Baskets = Pick<Orders, "starts" | "items">;

/** Sorts lines into their orders by counting, and drops what stands twice in one. */
function intoBaskets({ places, numbers, total }: Pile): Baskets {
  const starts = ints(total + 1);
  for (let at = 0; at < places.length; at++) starts[places[at]! + 1]!++;
  for (let order = 0; order < total; order++) starts[order + 1]! += starts[order]!;
  const next = new Int32Array(starts);
  const items = ints(numbers.length);
  for (let at = 0; at < numbers.length; at++) items[next[places[at]!]!++] = numbers[at]!;
  let filled = 0;
  for (let order = 0; order < total; order++) {
    const [from, to] = [starts[order]!, starts[order + 1]!];
    starts[order] = filled;
    sortRange(items, from, to);
    for (let at = from; at < to; at++) if (at === from || items[at] !== items[at - 1]) items[filled++] = items[at]!;
  }
  starts[total] = filled;
  return { starts, items: items.subarray(0, filled) };
}

/** Numbers products from the most to the least ordered one, equals by id. */
function byOrders({ starts, items }: Baskets, ids: readonly string[]): Omit<Orders, "days"> {
  const counts = new Int32Array(ids.length);
  for (const item of items) counts[item]!++;
  const sorted = [...ids.keys()].sort((a, b) => counts[b]! - counts[a]! || (ids[a]! < ids[b]! ? -1 : 1));
  const ranks = new Int32Array(ids.length);
  for (const [rank, item] of sorted.entries()) ranks[item] = rank;
  for (let at = 0; at < items.length; at++) items[at] = ranks[items[at]!]!;
  for (let order = 0; order + 1 < starts.length; order++) sortRange(items, starts[order]!, starts[order + 1]!);
  return { ids: sorted.map((item) => ids[item]!), counts: Int32Array.from(sorted, (item) => counts[item]!), starts, items };
}

/** Up to so many numbers are sorted quickest by putting one after the other into its place. */
const FEW = 24;

function sortRange(list: Int32Array, from: number, to: number): void {
  if (to - from > FEW) {
    list.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const value = list[at]!;
    let place = at;
    for (; place > from && list[place - 1]! > value; place--) list[place] = list[place - 1]!;
    list[place] = value;
  }
}
