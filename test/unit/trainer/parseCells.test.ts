import { expect, test } from "vitest";
import { parseAttributes, parseDemands, parseStock, parseVariants } from "../../../widget/trainer/parseCells.ts";

test("reads attributes and demands", () => {
  expect(parseAttributes(" memory = 128 GB ; screen=6.1 in;;=x;empty=")).toEqual({ memory: "128 GB", screen: "6.1 in" });
  expect(parseDemands("model=Aster 9| Aster 9 Max ;mount=E")).toEqual({ model: ["Aster 9", "Aster 9 Max"], mount: ["E"] });
});

test.each(["0", "0.0", "-2", "false", "No", "out of stock", "Sold out"])("%j is out of stock", (cell) => {
  expect(parseStock(cell)).toBe(false);
});

test.each(["5", "true", "", "in stock", "10"])("%j is not known to be out of stock", (cell) => {
  expect(parseStock(cell)).toBeUndefined();
});

test("reads variants, with prices in minor units", () => {
  const cell = '[{"id":7,"options":{"memory":"128 GB","esim":true},"price":799,"stock":0},{"options":{}}]';
  expect(parseVariants(cell, "EUR")).toEqual([{ id: "7", options: { memory: "128 GB", esim: "true" }, price: 79_900, available: false }]);
  expect(parseVariants("[1]", "EUR")).toBeUndefined();
  expect(parseVariants("{oops", "EUR")).toBeUndefined();
});
