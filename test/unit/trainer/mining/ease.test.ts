/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { expect, test } from "vitest";
import { ease } from "../../../../widget/trainer/mining/ease.ts";
import { mergeRows, createTopRows } from "../../../../widget/trainer/mining/topRows.ts";
import { aHistory } from "../../../support/aHistory.ts";

const times = (count: number, list: readonly number[]) => Array.from({ length: count }, () => list);

test("two products: the weight is covariance over ridged variance", () => {
  // 100 orders: 0 in 50, 1 in 40, both in 30.
  const history = aHistory([...times(30, [0, 1]), ...times(20, [0]), ...times(10, [1]), ...times(40, [])], 2);
  const rows = ease(history, { neighbours: 5, minOrders: 5 });
  const covariance = 30 - (50 * 40) / 100;
  const ridged = (count: number) => (count - (count * count) / 100) * 1.1 + 30;
  expect(rows.row(0)).toEqual([[1, expect.closeTo(covariance / ridged(50), 12)]]);
  expect(rows.row(1)).toEqual([[0, expect.closeTo(covariance / ridged(40), 12)]]);
});

test("what is bought in place of another speaks against it", () => {
  const history = aHistory([...times(50, [0]), ...times(50, [1])], 2);
  const [first] = ease(history, { neighbours: 5, minOrders: 5 }).row(0);
  expect(first?.[1]).toBeLessThan(0);
});

test("a positive relation needs the orders it is asked for", () => {
  const history = aHistory([...times(4, [0, 1]), ...times(2, [0]), ...times(94, [])], 2);
  expect(ease(history, { neighbours: 5, minOrders: 4 }).row(0)).toHaveLength(1);
  expect(ease(history, { neighbours: 5, minOrders: 5 }).row(0)).toEqual([]);
});

test("only the heaviest weights are kept", () => {
  const history = aHistory([...times(40, [0, 1]), ...times(20, [0, 2]), ...times(10, [0, 3]), ...times(60, [])], 4);
  const all = ease(history, { neighbours: 9, minOrders: 5 }).row(0);
  expect(all).toHaveLength(3);
  expect(ease(history, { neighbours: 2, minOrders: 5 }).row(0)).toEqual(all.slice(0, 2));
  expect(all.map(([, weight]) => Math.abs(weight))).toEqual(all.map(([, weight]) => Math.abs(weight)).sort((a, b) => b - a));
});

test("above the dense limit each product is solved on its own, and companions still find each other", () => {
  const couples = Array.from({ length: 800 }, (_, at) => times(6, [at * 2, at * 2 + 1])).flat();
  const history = aHistory(couples, 1600);
  const rows = ease(history, { neighbours: 4, minOrders: 5 });
  const variance = 6 - 36 / 4800;
  expect(rows.row(10)).toEqual([[11, expect.closeTo(variance / (variance * 1.1 + 30), 6)]]);
  expect(rows.row(1599)[0]?.[0]).toBe(1598);
});

test("solved in shares and put together again, the weights are the same to the bit", () => {
  const baskets = Array.from({ length: 9000 }, (_, at) => [...new Set([at % 1600, (at * 7 + 1) % 1600, (at * at + 3) % 1600])]);
  const history = aHistory(baskets, 1600);
  const options = { neighbours: 6, minOrders: 1 };
  const whole = ease(history, options);
  const merged = createTopRows(1600, 6);
  for (const from of [2, 0, 1]) mergeRows(merged, ease(history, options, { from, of: 3 }).packed);
  expect(merged.packed).toEqual(whole.packed);
});

test("older orders count less: the relation of last year's goods fades", () => {
  const lists = [...times(40, [0, 1]), ...times(40, [2, 3]), ...times(300, [4])];
  const days = lists.map((_, at) => (at < 40 ? 1000 : 1730));
  const even = ease(aHistory(lists, 5), { neighbours: 1, minOrders: 5 });
  const aged = ease(aHistory(lists, 5, { days, halfLife: 365 }), { neighbours: 1, minOrders: 5 });
  expect(even.row(0)).toEqual([[1, expect.closeTo(even.row(2)[0]?.[1] ?? 0, 12)]]);
  expect(aged.row(0)[0]?.[1]).toBeLessThan((aged.row(2)[0]?.[1] ?? 0) * 0.6);
});
