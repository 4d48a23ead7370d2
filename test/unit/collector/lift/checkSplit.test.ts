import { describe, expect, it } from "vitest";
import { checkSplit } from "../../../../widget/collector/lift/checkSplit.ts";

const DAY = 86_400_000;
const HALF = [{ from: 0, share: 0.5 }];
const days = (...counts: readonly (readonly [offers: number, holdout: number])[]) =>
  counts.flatMap(([offers, holdout], at) => [
    { day: at * DAY, arm: "offers" as const, units: offers, buyers: 0 },
    { day: at * DAY, arm: "holdout" as const, units: holdout, buyers: 0 },
  ]);

describe("the check of the arms' sizes", () => {
  it.each([
    ["as drawn", days([5040, 4960], [4930, 5070])],
    ["as far off as chance brings at this size", days([50_300, 49_700])],
    ["small", days([4, 0])],
    ["absent", []],
  ])("finds arms sound that are %s", (_, rows) => {
    expect(checkSplit(rows, HALF).isSound).toBe(true);
  });

  it("finds arms unsound of which one lost one visit in twenty", () => {
    expect(checkSplit(days([47_500, 50_000]), HALF)).toEqual({ offers: 47_500, holdout: 50_000, expected: 0.5, isSound: false });
  });

  it("finds a smaller loss when it goes on for long", () => {
    const lossy = Array.from({ length: 60 }, () => [9_850, 10_000] as const);
    expect(checkSplit(days(...lossy.slice(0, 2)), HALF).isSound).toBe(true);
    expect(checkSplit(days(...lossy), HALF).isSound).toBe(false);
  });

  it("does not forget that arms were unsound", () => {
    expect(checkSplit(days([9_000, 10_000], [11_000, 10_000]), HALF).isSound).toBe(false);
  });

  it("knows that the share held out changed, and leaves out the days of the change", () => {
    const shares = [...HALF, { from: 2 * DAY, share: 0.05 }];
    const rows = days([5000, 5000], [5000, 5000], [8000, 2000], [9400, 600], [9500, 500], [9500, 500]);
    expect(checkSplit(rows, shares)).toEqual({ offers: 29_000, holdout: 11_000, expected: 0.275, isSound: true });
    expect(checkSplit(rows, HALF).isSound).toBe(false);
  });
});
