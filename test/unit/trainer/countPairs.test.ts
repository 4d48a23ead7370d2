import { expect, test } from "vitest";
import { countPairs } from "../../../widget/trainer/countPairs.ts";
import { createPairCount } from "../../../widget/trainer/pairCount.ts";

const orders = {
  ids: ["a", "b", "c"],
  counts: Int32Array.of(3, 2, 2),
  starts: Int32Array.of(0, 3, 5, 7),
  items: Int32Array.of(0, 1, 2, 0, 1, 0, 2),
};

test("counts in how many orders two products meet, both ways", () => {
  const count = createPairCount(countPairs(orders, 1), 3);
  expect([count(0, 1), count(1, 0), count(0, 2), count(1, 2), count(2, 1)]).toEqual([2, 2, 2, 1, 1]);
});

test("leaves out pairs seen in fewer orders than asked for", () => {
  const count = createPairCount(countPairs(orders, 2), 3);
  expect([count(0, 1), count(1, 2)]).toEqual([2, 0]);
});
