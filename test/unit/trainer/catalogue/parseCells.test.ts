import { expect, test } from "vitest";
import {
  hasDecimalComma,
  parseAttributes,
  parseCurrency,
  parseDemands,
  parsePrice,
  parseStock,
  parseVariants,
} from "../../../../widget/trainer/catalogue/parseCells.ts";

test("reads attributes and demands", () => {
  expect(parseAttributes(" memory = 128 GB ; screen=6.1 in;;=x;empty=")).toEqual({ memory: "128 GB", screen: "6.1 in" });
  expect(parseAttributes({ memory: 128, sizes: ["S", "M"], none: null })).toEqual({ memory: "128", sizes: "S, M" });
  expect(parseDemands({ model: ["Aster 9"], mount: "E|F", none: [] })).toEqual({ model: ["Aster 9"], mount: ["E", "F"] });
  expect(parseDemands("model=Aster 9| Aster 9 Max ;mount=E")).toEqual({ model: ["Aster 9", "Aster 9 Max"], mount: ["E"] });
});

test.each(["0", "0.0", "-2", "false", "No", "out of stock", "Sold out"])("%j is out of stock", (cell) => {
  expect(parseStock(cell)).toBe(false);
});

test.each(["5", "true", "", "in stock", "10"])("%j is not known to be out of stock", (cell) => {
  expect(parseStock(cell)).toBeUndefined();
});

test("reads variants, with sums still as they are written", () => {
  const list = [{ id: 7, options: { memory: "128 GB", esim: true }, price: 799, stock: 0, sku: "A|B", cost: "1" }, { options: {} }];
  const variant = { id: "7", options: { memory: "128 GB", esim: "true" }, price: "799", stock: "0", skus: ["A", "B"], cost: "1" };
  expect(parseVariants(list)).toEqual([variant]);
  expect(parseVariants([1])).toBeUndefined();
  expect(parseVariants("[]")).toBeUndefined();
});

test("row 149: a dot before three digits separates thousands where the catalogue has decimal commas", () => {
  expect(hasDecimalComma(["12.90", "1.299,00 €"])).toBe(true);
  expect(hasDecimalComma(["12.90", "1,299.00", "1,299"])).toBe(false);
  expect(parsePrice("1.299 €", { currency: "EUR", comma: true })).toBe(129_900);
  expect(parsePrice("1.299", { currency: "KWD", comma: false })).toBe(1299);
  expect(parsePrice("12.90", { currency: "EUR", comma: true })).toBe(1290);
});

test.each([
  ["12.90 EUR", "EUR"],
  ["EUR 12.90", "EUR"],
  ["12.90 €", undefined],
  ["FREE", undefined],
])("the currency in %j is %s", (cell, currency) => {
  expect(parseCurrency(cell)).toBe(currency);
});
