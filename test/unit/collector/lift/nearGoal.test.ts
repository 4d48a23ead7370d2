import { describe, expect, it } from "vitest";
import { nearGoal } from "../../../../widget/collector/lift/nearGoal.ts";

const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00Z`);
const orders = (day: string, count: number, average: number, currency = "EUR") => ({
  day: at(day),
  currency,
  orders: count,
  sum: count * average,
});
const goal = { currency: "EUR", rise: 0.05, from: at("2026-01-01"), by: at("2026-03-31") };

describe("how near the average order is to a goal", () => {
  it("sets the last four weeks against the merchant's baseline", () => {
    const rows = [
      orders("2026-01-05", 10, 9999),
      orders("2026-02-20", 10, 10_200),
      orders("2026-02-21", 30, 10_600),
      orders("2026-02-21", 9, 1, "JPY"),
    ];
    expect(nearGoal({ ...goal, baseline: 10_000 }, rows, at("2026-03-01") + DAY / 2)).toEqual({
      ...{ ...goal, baseline: 10_000, target: 10_500, now: 10_500, done: 1, daysLeft: 30 },
    });
  });

  it("takes the four weeks before as the baseline where none is given", () => {
    const rows = [orders("2025-11-01", 5, 1), orders("2025-12-10", 10, 10_000), orders("2026-01-10", 10, 10_250)];
    expect(nearGoal(goal, rows, at("2026-01-12"))).toMatchObject({ baseline: 10_000, target: 10_500, now: 10_250, done: 0.5 });
  });

  it("says when it went the other way, and stops at the date", () => {
    const rows = [orders("2026-03-30", 10, 9_500), orders("2026-03-31", 10, 99_000)];
    expect(nearGoal({ ...goal, baseline: 10_000 }, rows, at("2026-05-01"))).toMatchObject({ now: 9_500, done: -1, daysLeft: 0 });
  });

  it("has no figure where there are no orders", () => {
    expect(nearGoal(goal, [], at("2026-01-12"))).toEqual({ ...goal, daysLeft: 78 });
  });
});
