import { expect, test } from "vitest";
import { measure } from "../../../../widget/trainer/lib/measure.ts";

test.each([
  ["128 GB", 131072, "mb"],
  ["1TB", 1048576, "mb"],
  ["5,000 mAh", 5000, "mah"],
  ["6,1 in", 154.94, "mm"],
  ['6.1"', 154.94, "mm"],
  ["1.2 kg", 1200, "g"],
  ["50 MP", 50, "mp"],
  ["16 GB DDR5", 16384, "mb"],
  ["2 x 8 GB", 16384, "mb"],
  ["1920x1080", 2073600, ""],
  ["3 years", 36, "months"],
  ["10x", 10, "x"],
  ["f/1.8", 1.8, "f/"],
  ["yes", 1, "yes/no"],
])("%j is %d %s", (text, value, unit) => {
  const found = measure(text);
  expect(found?.value).toBeCloseTo(value, 6);
  expect(found?.unit).toBe(unit);
});

test.each(["black", "DDR5", ""])("%j is no measure", (text) => {
  expect(measure(text)).toBeUndefined();
});
