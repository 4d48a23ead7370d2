import { expect, it } from "vitest";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import { fill } from "../../../../../widget/browser/ui/texts/fill.ts";

const filled = (add: string, values: Readonly<Record<string, string | number>>, lang = "en") => fill({ ...en, add, lang }, "add", values);

it.each([
  ["Add {product} to cart", { product: "Case" }, "Add Case to cart"],
  ["{a}{a} {b}", { a: "x", b: 3 }, "xx 3"],
  ["{missing}?", {}, "?"],
  ["{product}", { product: "$& {other}", other: "no" }, "$& {other}"],
])("puts values into %j", (text, values, expected) => {
  expect(filled(text, values)).toBe(expected);
});

it("writes numbers as the texts' language does", () => {
  expect(filled("{value}", { value: 4.6 }, "de")).toBe("4,6");
  expect(filled("{value}", { value: 1284 }, "en")).toBe("1,284");
});
