import { expect, test } from "vitest";
import { dequantise } from "../../../../widget/browser/model/dequantise.ts";

test.each([
  [127, 0.4, 0.4],
  [-127, 0.4, -0.4],
  [0, 0.4, 0],
  [64, 1, (64 / 127) ** 2],
  [-1, 1, -1 / 16129],
])("the byte %d of scale %d stands for %d", (byte, scale, value) => {
  expect(dequantise(byte, scale)).toBeCloseTo(value, 12);
});
