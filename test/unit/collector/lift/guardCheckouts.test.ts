import { describe, expect, it } from "vitest";
import { guardCheckouts } from "../../../../widget/collector/lift/guardCheckouts.ts";

const DAY = 86_400_000;
const HALF = [{ from: 0, share: 0.5 }];
const days = (...counts: readonly (readonly [offers: number, holdout: number])[]) =>
  counts.flatMap(([offers, holdout], at) => [
    { day: at * DAY, arm: "offers" as const, units: offers },
    { day: at * DAY, arm: "holdout" as const, units: holdout },
  ]);
const often = (times: number, offers: number, holdout: number) => Array.from({ length: times }, () => [offers, holdout] as const);

describe("the guard of completed checkouts", () => {
  it("is blind without confirmed orders", () => {
    expect(guardCheckouts([], HALF)).toEqual({ state: "blind", offers: 0, holdout: 0, evidence: 1, limit: 40 });
  });

  it("stays green while both arms finish alike, or more with offers", () => {
    expect(guardCheckouts(days(...often(60, 500, 500)), HALF)).toMatchObject({ state: "green", change: 0, offers: 30_000 });
    expect(guardCheckouts(days(...often(60, 520, 500)), HALF)).toMatchObject({ state: "green", evidence: 1 });
  });

  it("turns red at five in a hundred fewer", () => {
    const found = guardCheckouts(days(...often(60, 475, 500)), HALF);
    expect(found).toMatchObject({ state: "red", change: expect.closeTo(-0.05, 9) });
    expect(found.since).toBeGreaterThan(10 * DAY);
  });

  it("turns red within hundreds of orders when one in three is lost", () => {
    expect(guardCheckouts(days([200, 300], [200, 300]), HALF)).toMatchObject({ state: "red", since: 0 });
    expect(guardCheckouts(days([20, 30]), HALF).state).toBe("green");
  });

  it("stays red when the offers are off and both arms are alike again", () => {
    expect(guardCheckouts(days(...often(60, 475, 500), ...often(200, 500, 500)), HALF).state).toBe("red");
  });

  it("counts by the share held out on each day", () => {
    const shares = [...HALF, { from: 10 * DAY, share: 0.05 }];
    const rows = days(...often(12, 500, 500), ...often(60, 950, 50));
    expect(guardCheckouts(rows, shares)).toMatchObject({ state: "green", change: expect.closeTo(0, 9) });
    expect(guardCheckouts(days(...often(12, 500, 500), ...often(200, 760, 50)), shares).state).toBe("red");
  });

  it("has a number for orders beyond any shop's", () => {
    expect(guardCheckouts(days([1e9, 2e9]), HALF).evidence).toBeLessThan(Infinity);
  });
});
