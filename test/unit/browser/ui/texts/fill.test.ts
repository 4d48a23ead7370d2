import { expect, it } from "vitest";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import { fill } from "../../../../../widget/browser/ui/texts/fill.ts";

it.each([
  ["Add {product} to cart", { product: "Case" }, "Add Case to cart"],
  ["{a}{a} {b}", { a: "x", b: 3 }, "xx 3"],
  ["{missing}!", {}, "!"],
  ["{product}", { product: "$& {other}", other: "no" }, "$& {other}"],
])("puts values into %j", (text, values, filled) => {
  expect(fill(text, values)).toBe(filled);
});

it("no English text is empty or shouts", () => {
  for (const text of Object.values(en)) expect(text).toMatch(/^(?=.)[^!]*$/);
});
