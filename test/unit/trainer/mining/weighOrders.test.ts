import { expect, test } from "vitest";
import { weighOrders } from "../../../../widget/trainer/mining/weighOrders.ts";
import { ordersOf } from "../../../support/aHistory.ts";

const range = (length: number) => Array.from({ length }, (_, at) => at);

test("without days or very large orders nothing is weighed", () => {
  expect(weighOrders(ordersOf([[0], [0, 1]], 2), 365)).toEqual({ unit: 1 });
});

test("a reseller's order counts less the larger it is, and is never lost", () => {
  const { unit, weights } = weighOrders(ordersOf([range(50), range(100), range(5000)], 5000), 0);
  expect([unit, ...(weights ?? [])]).toEqual([64, 64, 32, 1]);
});

test("age halves the weight every half-life before the newest order, and orders without a day count as new", () => {
  const orders = ordersOf([[0], [0], [0], [0]], 1, [20_000, 19_635, 19_270, 0]);
  expect([...(weighOrders(orders, 365).weights ?? [])]).toEqual([64, 32, 16, 64]);
  expect(weighOrders(orders, 0)).toEqual({ unit: 1 });
});
