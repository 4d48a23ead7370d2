import { expect, test } from "vitest";
import { dequantise } from "../../../../widget/browser/model/dequantise.ts";
import { quantise } from "../../../../widget/trainer/relations/quantise.ts";

test("every byte survives the way there and back", () => {
  for (let byte = -127; byte <= 127; byte++) expect(quantise(dequantise(byte, 0.37), 0.37)).toBe(byte);
});

test.each([0.37, -0.37, 0.1, -0.004, 0.00001])("%d comes back to within half a step", (value) => {
  const back = dequantise(quantise(value, 0.37), 0.37);
  expect(Math.abs(Math.sqrt(Math.abs(back) / 0.37) - Math.sqrt(Math.abs(value) / 0.37))).toBeLessThanOrEqual(0.5 / 127 + 1e-12);
  expect(back * value).toBeGreaterThanOrEqual(0);
});

test("nothing is nought, also without a scale", () => {
  expect(quantise(0, 1)).toBe(0);
  expect(quantise(1, 0)).toBe(0);
});
