/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { expect, test } from "vitest";
import { countPairs } from "../../../widget/trainer/countPairs.ts";
import { ease } from "../../../widget/trainer/ease.ts";
import type { Orders } from "../../../widget/trainer/readOrders.ts";

/** Orders out of lists of product numbers; numbers stand in order of popularity. */
function ordersOf(lists: readonly (readonly number[])[], products: number): Orders {
  const counts = new Int32Array(products);
  for (const list of lists) for (const product of list) counts[product]!++;
  let end = 0;
  const starts = Int32Array.from([0, ...lists.map((list) => (end += list.length))]);
  return { ids: Array.from({ length: products }, (_, at) => `p${at}`), counts, starts, items: Int32Array.from(lists.flat()) };
}

const times = (count: number, list: readonly number[]) => Array.from({ length: count }, () => list);

test("two products: the weight is covariance over ridged variance", () => {
  // 100 orders: 0 in 50, 1 in 40, both in 30.
  const orders = ordersOf([...times(30, [0, 1]), ...times(20, [0]), ...times(10, [1]), ...times(40, [])], 2);
  const rows = ease(orders, countPairs(orders, 1), { neighbours: 5, minOrders: 5 });
  const covariance = 30 - (50 * 40) / 100;
  const ridged = (count: number) => (count - (count * count) / 100) * 1.25 + 30;
  expect(rows.row(0)).toEqual([[1, expect.closeTo(covariance / ridged(50), 12)]]);
  expect(rows.row(1)).toEqual([[0, expect.closeTo(covariance / ridged(40), 12)]]);
});

test("what is bought in place of another speaks against it", () => {
  const orders = ordersOf([...times(50, [0]), ...times(50, [1])], 2);
  const [first] = ease(orders, countPairs(orders, 1), { neighbours: 5, minOrders: 5 }).row(0);
  expect(first?.[1]).toBeLessThan(0);
});

test("a positive relation needs the orders it is asked for", () => {
  const orders = ordersOf([...times(4, [0, 1]), ...times(2, [0]), ...times(94, [])], 2);
  const pairs = countPairs(orders, 1);
  expect(ease(orders, pairs, { neighbours: 5, minOrders: 4 }).row(0)).toHaveLength(1);
  expect(ease(orders, pairs, { neighbours: 5, minOrders: 5 }).row(0)).toEqual([]);
});

test("only the heaviest weights are kept", () => {
  const orders = ordersOf([...times(40, [0, 1]), ...times(20, [0, 2]), ...times(10, [0, 3]), ...times(60, [])], 4);
  const pairs = countPairs(orders, 1);
  const all = ease(orders, pairs, { neighbours: 9, minOrders: 5 }).row(0);
  expect(all).toHaveLength(3);
  expect(ease(orders, pairs, { neighbours: 2, minOrders: 5 }).row(0)).toEqual(all.slice(0, 2));
  expect(all.map(([, weight]) => Math.abs(weight))).toEqual(all.map(([, weight]) => Math.abs(weight)).sort((a, b) => b - a));
});

test("above the dense limit each product is solved on its own, and companions still find each other", () => {
  const couples = Array.from({ length: 800 }, (_, at) => times(6, [at * 2, at * 2 + 1])).flat();
  const orders = ordersOf(couples, 1600);
  const rows = ease(orders, countPairs(orders, 2), { neighbours: 4, minOrders: 5 });
  const variance = 6 - 36 / 4800;
  expect(rows.row(10)).toEqual([[11, expect.closeTo(variance / (variance * 1.25 + 30), 12)]]);
  expect(rows.row(1599)[0]?.[0]).toBe(1598);
});
