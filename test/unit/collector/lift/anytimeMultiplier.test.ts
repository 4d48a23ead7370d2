import { describe, expect, it } from "vitest";
import { anytimeMultiplier, FIXED_MULTIPLIER, LEAST_INFORMATION } from "../../../../widget/collector/lift/anytimeMultiplier.ts";

describe("an interval that may be looked at at any time", () => {
  it("has the half-width of the published formula", () => {
    // σ = 2, t = 900, ρ = 0.1, α = 0.05, written out as in theorem 2.2.
    const [sigma, t, rho, alpha] = [2, 900, 0.1, 0.05];
    const published = sigma * Math.sqrt(((2 * (t * rho ** 2 + 1)) / (t ** 2 * rho ** 2)) * Math.log(Math.sqrt(t * rho ** 2 + 1) / alpha));
    expect(anytimeMultiplier(t * rho ** 2) * (sigma / Math.sqrt(t))).toBeCloseTo(published, 12);
  });

  it("is at most 1.6 times as wide as a fixed-sample one from the least information on, for ten times as many visits", () => {
    const ratios = Array.from({ length: 100 }, (_, step) => anytimeMultiplier(LEAST_INFORMATION * 1.0241 ** step) / FIXED_MULTIPLIER);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(1.6);
    expect(Math.min(...ratios)).toBeCloseTo(1.5486, 3);
    expect(anytimeMultiplier(LEAST_INFORMATION * 0.95) / FIXED_MULTIPLIER).toBeGreaterThan(1.6);
  });
});
