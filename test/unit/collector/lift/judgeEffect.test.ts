import { describe, expect, it } from "vitest";
import type { Comparison } from "../../../../widget/collector/lift/compareArms.ts";
import { informationOf } from "../../../../widget/collector/lift/informationOf.ts";
import { judgeEffect } from "../../../../widget/collector/lift/judgeEffect.ts";

/** Of 100 a visit without offers; six more are worth knowing. */
const comparison = (difference: number, error: number, topShare = 0): Comparison => ({
  ...{ offers: 100 + difference, holdout: 100, pooled: 100, error, topShare },
});
const judge = (found: Comparison, isEnough = true) =>
  judgeEffect(found, { worth: 0.06, information: informationOf(found, 0.06), units: 100_000, isEnough });

describe("what may be said of a comparison", () => {
  it.each([
    ["more when the interval is above zero", comparison(6, 1.3), "more"],
    ["less when it is below", comparison(-6, 1.3), "less"],
    ["the same when it leaves out what is worth knowing", comparison(0.5, 1.3), "same"],
    ["nothing when it holds both zero and what is worth knowing", comparison(3, 1.3), "open"],
    ["nothing before there is information enough", comparison(30, 3), "early"],
    ["nothing while one order decides", comparison(6, 1.3, 0.3), "uneven"],
  ])("%s", (_, found, verdict) => {
    expect(judge(found).verdict).toBe(verdict);
  });

  it("gives an interval at most 1.6 times as wide as a fixed-sample one, and none where it would be wider", () => {
    const { range, widthRatio } = judge(comparison(3, 1.3));
    expect(widthRatio).toBeLessThanOrEqual(1.6);
    expect(((range?.high ?? NaN) - (range?.low ?? NaN)) / (2 * 1.959964 * 1.3)).toBeCloseTo(widthRatio ?? NaN, 9);
    expect(judge(comparison(3, 3))).not.toHaveProperty("range");
  });

  it("says how many more visits it takes while the question is open, and not before spending is known", () => {
    const open = judge(comparison(3, 2));
    expect(open).toMatchObject({ verdict: "open" });
    // The error has to fall to 6 ÷ 4.317, so the visits have to grow 2.07 times.
    expect(open.moreVisits).toBe(110_000);
    expect(judge(comparison(3, 2), false)).toEqual({ verdict: "early" });
    expect(judge(comparison(6, 1.3))).not.toHaveProperty("moreVisits");
  });

  it("asks for more visits while single orders have much of the variance", () => {
    expect(judge(comparison(3, 2, 0.15)).moreVisits).toBe(140_000);
  });

  it("asks at least for the visits from which an interval is given, however small the error", () => {
    const judged = judgeEffect(comparison(3, 0.5), { worth: 0.06, information: 1.55, units: 100_000, isEnough: true });
    expect(judged).toEqual({ verdict: "early", moreVisits: 100_000 });
  });

  it("finds the same again at the number of visits it asked for", () => {
    const units = 100_000 + (judge(comparison(3, 2)).moreVisits ?? NaN);
    const then = { ...comparison(6, 2 * Math.sqrt(100_000 / units)) };
    const judged = judgeEffect(then, { worth: 0.06, information: informationOf(then, 0.06), units, isEnough: true });
    expect(judged.verdict).toBe("more");
    expect(judged).not.toHaveProperty("moreVisits");
  });
});
