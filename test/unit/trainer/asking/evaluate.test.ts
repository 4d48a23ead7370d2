import { expect, test } from "vitest";
import { evaluate } from "../../../../widget/trainer/asking/evaluate.ts";
import { csv, orderRows, train } from "../../../support/training.ts";
import { ordersOf } from "../../../support/aHistory.ts";
import { hearPrinted } from "../../../support/hearPrinted.ts";

const { said } = hearPrinted();

const options = {
  minOrders: 5,
  neighbours: 20,
  popularity: 1,
  halfLife: 0,
  band: { from: 1.05, to: 2 },
  date: "2026-01-02",
} as const;

/** Twelve couples that are only bought together, all equally often. */
const COUPLES = Array.from({ length: 600 }, (_, at) => [(at % 12) * 2, (at % 12) * 2 + 1]);

test("where products come in couples the other one is found, and best-sellers are no help", async () => {
  const found = await evaluate(ordersOf(COUPLES, 24), options);
  expect(found).toMatchObject({ trained: 540, asked: 60, isNewest: false, ranked: 1, shown: 1 });
  expect(found?.popular).toBeLessThan(0.4);
  expect(found?.filled).toBe(0.25);
});

test("with days the newest tenth is asked about", async () => {
  const days = COUPLES.map((_, at) => 20_000 + at);
  const lists = COUPLES.map((list, at) => (at < 540 ? list : [0, 23]));
  const found = await evaluate(ordersOf(lists, 24, days), options);
  expect(found).toMatchObject({ isNewest: true, asked: 60, shown: 0 });
});

test("orders of one product each cannot be asked about", async () => {
  expect(await evaluate(ordersOf([[0], [1], [0]], 2), options)).toBeUndefined();
});

test("the summary of a training says how good the model is beside the best-sellers", async () => {
  const orders = csv(["order_id", "item_id"], ...orderRows("a", 60, "phone", "case"), ...orderRows("b", 60, "cup", "spoon"));
  await train({ orders, args: ["--evaluate"] });
  expect(said()).toMatch(
    /Measured on 12 orders \(every tenth\), by a model of the other 108: of one product taken out\n {2}100 % were among the first four/,
  );
});

test("too few orders are said to be too few", async () => {
  await train({ orders: csv(["order_id", "item_id"], ...orderRows("a", 8, "phone")), args: ["--evaluate"] });
  expect(said()).toMatch(/Measured: nothing, there are too few orders/);
});
