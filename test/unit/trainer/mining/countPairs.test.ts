import { expect, test } from "vitest";
import { commonOrders } from "../../../../widget/trainer/mining/commonOrders.ts";
import { countLower, countPairs, countPairsInParts } from "../../../../widget/trainer/mining/countPairs.ts";
import { weighOrders } from "../../../../widget/trainer/mining/weighOrders.ts";
import { aHistory, ordersOf } from "../../../support/aHistory.ts";

const lists = [
  [0, 1, 2],
  [0, 1],
  [0, 2],
];

test("counts in how many orders two products meet, both ways, and in how many each is", () => {
  const { orders, counts, pairs } = aHistory(lists, 3);
  const meetings = [
    [0, 1],
    [1, 0],
    [0, 2],
    [1, 2],
    [2, 1],
  ] as const;
  expect(meetings.map(([a, b]) => commonOrders(pairs, a, b))).toEqual([2, 2, 2, 1, 1]);
  expect([orders, ...counts]).toEqual([3, 3, 2, 2]);
});

test("the others of each row ascend", () => {
  const { pairs } = aHistory(lists, 3);
  expect([...pairs.starts]).toEqual([0, 2, 4, 6]);
  expect([...pairs.others]).toEqual([1, 2, 0, 2, 0, 1]);
});

test("of many products, pairs seen once are left out", () => {
  const couples = Array.from({ length: 800 }, (_, at) => [at * 2, at * 2 + 1]);
  const { pairs } = aHistory([...couples, ...couples, [0, 2]], 1600);
  expect(commonOrders(pairs, 0, 1)).toBe(2);
  expect(commonOrders(pairs, 0, 2)).toBe(0);
});

test("where nothing is older and no order is very large, the mass is the count", () => {
  const { unit, mass, masses, counts, pairs } = aHistory(lists, 3);
  expect([unit, mass]).toEqual([1, 3]);
  expect(masses).toEqual(counts);
  expect(pairs.masses).toEqual(pairs.counts);
});

test("an order half a life older counts half", () => {
  const { unit, mass, masses, counts, pairs } = aHistory(lists, 3, { days: [20_000, 19_900, 20_000], halfLife: 100 });
  expect([unit, mass]).toEqual([64, 64 + 32 + 64]);
  expect([...masses]).toEqual([160, 96, 128]);
  expect([...counts]).toEqual([3, 2, 2]);
  expect([...pairs.masses]).toEqual([96, 128, 96, 64, 128, 64]);
});

test.each([
  ["with weights", 100],
  ["without", 0],
])("counted in parts, %s, it is the same", async (_, halfLife) => {
  const orders = ordersOf([...lists, [1, 2, 3], [0, 3]], 4, [20_000, 19_900, 20_000, 19_800, 20_000]);
  const weights = weighOrders(orders, halfLife);
  const inParts = await countPairsInParts(orders, weights, { of: 3, count: async (tasks) => tasks.map(countLower) });
  expect(inParts).toEqual(countPairs(orders, weights));
});
