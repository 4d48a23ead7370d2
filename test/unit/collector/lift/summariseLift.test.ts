import { describe, expect, it } from "vitest";
import type { LiftSettings } from "../../../../widget/types/lift.ts";
import type { LiftRows, MoneyDayRow } from "../../../../widget/types/liftRows.ts";
import type { ComparedArm } from "../../../../widget/types/arm.ts";
import { DEFAULT_SETTINGS } from "../../../../widget/collector/lift/defaultSettings.ts";
import { summariseLift } from "../../../../widget/collector/lift/summariseLift.ts";
import { NO_LIFT } from "../noRows.ts";

const DAY = 86_400_000;

interface ArmOfDay {
  readonly units: number;
  readonly orders: number;
  readonly mean: number;
  readonly costed?: number;
  readonly currency?: string;
}

function money(day: number, arm: ComparedArm, { orders, mean, costed = 0, currency = "EUR" }: ArmOfDay): MoneyDayRow {
  // The order values are spread as far as they are large.
  const sums = { revenue: orders * mean, revenueSquared: 2 * orders * mean ** 2, ordersTimesRevenue: orders * mean, largest: 5 * mean };
  const profit = { costed, profit: (costed * mean) / 4, profitSquared: (2 * costed * mean ** 2) / 16, largestProfit: (5 * mean) / 4 };
  return { day, arm, currency, orders, ordersSquared: orders, ...sums, ...profit };
}

function rowsOf(...days: readonly (readonly [offers: ArmOfDay, holdout: ArmOfDay])[]): LiftRows {
  const arms = days.flatMap(([offers, holdout], at) => [
    { day: at * DAY, arm: "offers" as const, of: offers },
    { day: at * DAY, arm: "holdout" as const, of: holdout },
  ]);
  return {
    ...{ ...NO_LIFT, basis: "confirmed", comparedVisits: 7 },
    units: arms.map(({ day, arm, of }) => ({ day, arm, units: of.units, buyers: of.orders })),
    money: arms.map(({ day, arm, of }) => money(day, arm, of)),
  };
}

const usual: ArmOfDay = { units: 10_000, orders: 2000, mean: 5000 };
const better: ArmOfDay = { ...usual, mean: 5500 };
const repeat = (times: number, offers: ArmOfDay, holdout: ArmOfDay) => Array.from({ length: times }, () => [offers, holdout] as const);
const summary = (rows: LiftRows, over: Partial<LiftSettings> = {}) =>
  summariseLift({ rows, visits: 10, settings: { ...DEFAULT_SETTINGS, ...over } });

describe("what the offers added", () => {
  it("is nothing yet when nothing has happened", () => {
    const figures = summary(NO_LIFT);
    expect(figures).toMatchObject({ effects: [], series: [], switch: { offers: "on", holdout: 0.5 }, compared: { offers: 0, holdout: 0 } });
    expect(figures).not.toHaveProperty("added");
    expect(JSON.stringify(figures)).not.toMatch(/null|NaN/);
  });

  it("gives money in whole minor units per 1,000 visits and per order, and checkouts per 1,000 visits", () => {
    const { effects, added } = summary(rowsOf(...repeat(20, better, usual)));
    expect(effects.map(({ measure, offers, holdout, difference }) => [measure, offers, holdout, difference?.estimate])).toEqual([
      ["revenue", 1_100_000, 1_000_000, 100_000],
      ["averageOrder", 5500, 5000, 500],
      ["checkouts", 200, 200, 0],
    ]);
    const [revenue] = effects;
    expect(revenue).toMatchObject({ verdict: "more", currency: "EUR", relative: { estimate: expect.closeTo(0.1, 9) } });
    for (const value of Object.values({ ...revenue?.difference, ...added }))
      if (typeof value === "number") expect(Number.isInteger(value)).toBe(true);
    expect(added).toMatchObject({ currency: "EUR", estimate: 20_000_000 });
  });

  it("says how many visits are missing while there are too few", () => {
    const { effects, decidedAt } = summary(rowsOf([better, usual]));
    expect(effects[0]).toMatchObject({ verdict: "early", moreVisits: expect.closeTo(165_000, -5) });
    expect(effects[0]).not.toHaveProperty("difference");
    expect(decidedAt).toBeUndefined();
  });

  it("judges the other measures only once revenue differs", () => {
    const fewer = { ...usual, orders: 1800, mean: 5555 };
    const open = summary(rowsOf(...repeat(30, fewer, usual))).effects;
    expect(open.map(({ measure, verdict }) => [measure, verdict])).toEqual([
      ["revenue", "same"],
      ["averageOrder", "open"],
      ["checkouts", "open"],
    ]);
    expect(open[2]?.difference?.high).toBeLessThan(0);
    const answered = summary(rowsOf(...repeat(30, { ...fewer, mean: 7000 }, usual))).effects;
    expect(answered.map(({ verdict }) => verdict)).toEqual(["more", "more", "less"]);
  });

  it("gives gross profit when nearly all costs are known", () => {
    const measures = (costed: number) =>
      summary(rowsOf(...repeat(20, { ...better, costed }, { ...usual, costed }))).effects.map(({ measure }) => measure);
    expect(measures(2000)).toEqual(["revenue", "profit", "averageOrder", "checkouts"]);
    expect(measures(1800)).toEqual(["revenue", "averageOrder", "checkouts"]);
  });

  it("keeps currencies apart and asks the question of the one with most orders", () => {
    const rows = rowsOf(...repeat(20, better, usual));
    const yen = money(0, "offers", { ...usual, orders: 300, mean: 900, currency: "JPY" });
    const { effects } = summary({ ...rows, money: [yen, ...rows.money] });
    expect(effects.map(({ measure, currency }) => [measure, currency])).toEqual([
      ["revenue", "EUR"],
      ["averageOrder", "EUR"],
      ["checkouts", undefined],
      ["revenue", "JPY"],
    ]);
  });

  it("compares nothing while the arms have not the sizes they were drawn with", () => {
    const { effects, split, decidedAt, switch: file } = summary(rowsOf(...repeat(20, { ...better, units: 9000 }, usual)));
    expect(split.isSound).toBe(false);
    expect(effects.map(({ verdict, difference }) => [verdict, difference])).toEqual(
      Array.from({ length: 3 }, () => ["unsound", undefined]),
    );
    expect([decidedAt, file.holdout]).toEqual([undefined, 0.5]);
  });

  it("begins on the first day on which a visit was held out, and before that has nothing to compare", () => {
    const nobody = { ...usual, units: 0, orders: 0 };
    const before = repeat(5, usual, nobody);
    const compared = repeat(20, better, usual);
    const later = (rows: LiftRows, days: number) => ({
      ...rows,
      units: rows.units.map((row) => ({ ...row, day: row.day + days * DAY })),
      money: rows.money.map((row) => ({ ...row, day: row.day + days * DAY })),
    });
    const { split, effects } = summary(rowsOf(...before, ...compared));
    expect([split, effects]).toEqual([summary(rowsOf(...compared)).split, summary(later(rowsOf(...compared), 5)).effects]);
    const { measured, ...figures } = summary(rowsOf(...before));
    expect(figures).toMatchObject({ effects: [], split: { offers: 0, holdout: 0, isSound: true }, guardrail: { state: "blind" } });
    expect(measured.visits.compared).toBe(0);
  });

  it("holds fewer visits out from the day the question was decided, and begins anew where the merchant says", () => {
    const rows = rowsOf(...repeat(20, better, usual), ...repeat(2, usual, usual));
    const figures = summary(rows);
    expect(figures.decidedAt).toBeLessThan(20 * DAY);
    expect(figures.switch.holdout).toBe(0.05);
    const anew = summary(rows, { since: 20 * DAY });
    expect(anew).toMatchObject({ compared: { offers: 20_000, holdout: 20_000 }, switch: { holdout: 0.5 } });
    expect(anew.series).toHaveLength(2);
  });

  it("leaves out the days on which the share held out changed", () => {
    const shares = [
      { from: 0, share: 0.5 },
      { from: 4.5 * DAY, share: 0.5 },
    ];
    expect(summary(rowsOf(...repeat(10, better, usual)), { shares }).compared).toEqual({ offers: 70_000, holdout: 70_000 });
  });

  it("has a point for each day, with an interval as soon as there is one", () => {
    const { series } = summary(rowsOf(...repeat(20, better, usual)));
    expect(series).toHaveLength(20);
    expect(series[0]).toEqual({ day: 0, units: 20_000 });
    expect(series[19]).toMatchObject({ day: 19 * DAY, estimate: 100_000 });
  });

  it("turns the offers off when confirmed checkouts are lost", () => {
    const checkouts = (["offers", "holdout"] as const).map((arm) => ({ day: 0, arm, units: arm === "offers" ? 4000 : 5000 }));
    expect(summary({ ...NO_LIFT, checkouts })).toMatchObject({ guardrail: { state: "red" }, switch: { offers: "off" } });
  });
});

describe("what the figures rest on", () => {
  it("names the share of visits and of orders that is measured where it can be known", () => {
    const rows: LiftRows = {
      ...NO_LIFT,
      comparedVisits: 7,
      inNeither: 2,
      basis: "confirmed",
      posted: 6,
      unverified: 1,
      confirmed: 20,
      recognised: 15,
    };
    expect(summary(rows, { visits: 40 }).measured).toEqual({
      visits: { told: 10, compared: 7, inNeither: 2, share: 0.25 },
      orders: { basis: "confirmed", posted: 6, unverified: 1, confirmed: 20, recognised: 15, share: 0.75 },
    });
    const { visits, orders } = summary(NO_LIFT).measured;
    expect(visits).not.toHaveProperty("share");
    expect(orders).not.toHaveProperty("share");
  });

  it("has rates of returns and of customers who came back only where there are orders and customers", () => {
    const afterwards = [
      { arm: "holdout" as const, orders: 0, returned: 0, customers: 0, repeated: 0 },
      { arm: "offers" as const, orders: 8, returned: 2, customers: 4, repeated: 1 },
    ];
    const [holdout, offers] = summary({ ...NO_LIFT, afterwards }).afterwards;
    expect(offers).toMatchObject({ returnRate: 0.25, repeatRate: 0.25 });
    expect(Object.keys(holdout ?? {})).toEqual(Object.keys(afterwards[0] ?? {}));
  });
});
