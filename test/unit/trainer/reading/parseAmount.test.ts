import { expect, test } from "vitest";
import { parseAmount } from "../../../../widget/trainer/reading/parseAmount.ts";

test.each([
  ["12.90", 12.9],
  ["12,90 €", 12.9],
  ["1.299,00", 1299],
  ["$1,299.00", 1299],
  ["1,299", 1299],
  ["1 299,5 zł", 1299.5],
  ["1'299.50 CHF", 1299.5],
  ["0", 0],
  ["1,299,000", 1299000],
])("row 149: %j is %d", (text, value) => {
  expect(parseAmount(text)).toBe(value);
});

test.each(["", "free", "-3", "1.2.3,4,5", "12 / 13"])("%j is no amount", (text) => {
  expect(parseAmount(text)).toBeUndefined();
});
