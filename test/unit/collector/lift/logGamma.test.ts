import { expect, it } from "vitest";
import { logGamma } from "../../../../widget/collector/lift/logGamma.ts";

it.each([
  [1, 0],
  [0.5, Math.log(Math.sqrt(Math.PI))],
  [5, Math.log(24)],
  [11, Math.log(3_628_800)],
  [1e6, 12_815_504.569_147_611],
])("log Γ(%d)", (value, expected) => {
  expect(Math.abs(logGamma(value) - expected)).toBeLessThan(1e-10 * Math.max(1, expected));
});
