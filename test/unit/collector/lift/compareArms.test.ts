import { describe, expect, it } from "vitest";
import type { ArmSums } from "../../../../widget/collector/lift/accumulateArms.ts";
import { accumulateArms, NO_DAYS } from "../../../../widget/collector/lift/accumulateArms.ts";
import { compareArms } from "../../../../widget/collector/lift/compareArms.ts";

/** Sums over units of which each has an `x` and a `y`. */
function sumsOf(units: readonly (readonly [x: number, y: number])[]): ArmSums {
  const sum = (of: (x: number, y: number) => number) => units.reduce((total, [x, y]) => total + of(x, y), 0);
  return {
    ...{ units: units.length, x: sum((x) => x), y: sum((_, y) => y), bought: sum((x) => (x > 0 ? 1 : 0)) },
    ...{ xx: sum((x) => x * x), xy: sum((x, y) => x * y), yy: sum((_, y) => y * y) },
    top: Math.max(...units.map(([x]) => x)),
  };
}

const perVisit = (...values: readonly number[]) => sumsOf(values.map((x) => [x, 1] as const));
const compare = (...days: readonly { readonly offers: ArmSums; readonly holdout: ArmSums }[]) =>
  compareArms(days.reduce(accumulateArms, NO_DAYS));
const repeat = (times: number, ...values: readonly number[]) => Array.from({ length: times }, () => values).flat();

describe("the comparison of two arms", () => {
  it("is the difference of two means with its usual error on a single day", () => {
    const found = compare({ offers: perVisit(0, 40, 0, 80), holdout: perVisit(0, 0, 30, 30, 0, 0) });
    // Variances of the samples: 4400/3 and 240.
    expect(found).toMatchObject({ offers: 30, holdout: 10 });
    expect(found?.error).toBeCloseTo(Math.sqrt(4400 / 3 / 4 + 240 / 6), 9);
    expect(found?.pooled).toBeCloseTo(20, 9);
  });

  it("compares within days, so that a change of the share held out makes no difference of its own", () => {
    const quiet = { offers: perVisit(...repeat(50, 0, 10)), holdout: perVisit(...repeat(50, 0, 10)) };
    const busy = { offers: perVisit(...repeat(95, 0, 100)), holdout: perVisit(...repeat(5, 0, 100)) };
    const found = compare(quiet, busy);
    expect(found?.offers).toBeCloseTo(found?.holdout ?? NaN, 9);
    expect(quiet.offers.x + busy.offers.x).toBeGreaterThan(2 * (quiet.holdout.x + busy.holdout.x));
  });

  it("leaves a day out on which one arm is missing", () => {
    const day = { offers: perVisit(0, 40), holdout: perVisit(0, 20) };
    const alone = { offers: perVisit(1000, 0), holdout: perVisit(0, 0) };
    const none: ArmSums = { units: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0, top: 0, bought: 0 };
    expect(compare(day, { ...alone, holdout: none })).toEqual(compare(day));
  });

  it("sets money against orders with the error of a ratio", () => {
    const offers: readonly (readonly [number, number])[] = [
      [0, 0],
      [50, 1],
      [130, 2],
      [60, 1],
    ];
    const holdout: readonly (readonly [number, number])[] = [
      [0, 0],
      [40, 1],
      [60, 1],
      [0, 0],
    ];
    const found = compare({ offers: sumsOf(offers), holdout: sumsOf(holdout) });
    expect(found).toMatchObject({ offers: 60, holdout: 50 });
    // Residuals 0, -10, 10, 0 over one order a visit, and 0, -10, 10, 0 over half an order a visit.
    expect(found?.error).toBeCloseTo(Math.sqrt(200 / 3 / 4 + 200 / 3 / 4 / 0.5 ** 2), 9);
  });

  it("says how much of the variance one unit has", () => {
    const found = compare({ offers: perVisit(...repeat(99, 1, 0), 1000), holdout: perVisit(...repeat(100, 1, 0)) });
    expect(found?.topShare).toBeGreaterThan(0.99);
    const even = compare({ offers: perVisit(...repeat(100, 1, 0)), holdout: perVisit(...repeat(100, 1, 0)) });
    expect(even?.topShare).toBeCloseTo(0.005, 9);
  });

  it("is no figure where there is nothing to divide by or nothing varies", () => {
    expect(compare()).toBeUndefined();
    expect(compare({ offers: perVisit(0, 0), holdout: perVisit(0, 0) })).toBeUndefined();
    const noOrders = sumsOf([
      [0, 0],
      [0, 0],
    ]);
    expect(compare({ offers: noOrders, holdout: noOrders })).toBeUndefined();
  });
});
