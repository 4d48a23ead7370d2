import { describe, expect, it } from "vitest";
import type { FigureRows, LookCounts, OrderedLinesRow, OrdersRow, PlaceRow } from "../../../../widget/types/report.ts";
import { summarise } from "../../../../widget/collector/figures/summarise.ts";
import { NO_ROWS } from "../noRows.ts";

const counts: LookCounts = { shown: 0, seen: 0, opened: 0, taken: 0, takenUnseen: 0, undone: 0 };
const cart = (over: Partial<PlaceRow>): PlaceRow => ({ placement: "cart", kind: "cross-sell", ...counts, ...over });
const lines = (over: Partial<OrderedLinesRow>): OrderedLinesRow => ({
  ...{ placement: "cart", kind: "cross-sell", currency: "EUR", lines: 1, unpriced: 0, extra: 0 },
  ...over,
});
const orders = (over: Partial<OrdersRow>): OrdersRow => ({ currency: "EUR", withOffer: false, orders: 1, valued: 1, sum: 1000, ...over });
const rowsOf = (over: Partial<FigureRows>) => summarise({ ...NO_ROWS, ...over }, "UTC");

describe("row 144: the arithmetic of the report", () => {
  it("has no figure where there is nothing to divide by", () => {
    const figures = rowsOf({ places: [cart({ shown: 5 })], orders: [orders({ valued: 0, sum: 0 })] });
    expect(figures.total).not.toHaveProperty("rate");
    expect(figures.averages).toEqual([{ currency: "EUR", withOffer: { orders: 0 }, all: { orders: 1 } }]);
    expect(JSON.stringify(summarise(NO_ROWS, "UTC"))).not.toMatch(/null|NaN|Infinity/);
  });

  it("sets only what was seen and taken against what was seen", () => {
    const { total } = rowsOf({ places: [cart({ seen: 2, taken: 5, takenUnseen: 3 })] });
    expect(total).toMatchObject({ seen: 2, taken: 5, takenUnseen: 3, rate: 1 });
  });

  it("has no rate for an add without any view", () => {
    const { total } = rowsOf({ places: [cart({ taken: 1, takenUnseen: 1 })] });
    expect(total).toMatchObject({ taken: 1, takenUnseen: 1 });
    expect(total).not.toHaveProperty("rate");
  });

  it("adds placements up and lists them in the order a shopper comes by", () => {
    const { total, places } = rowsOf({
      places: [
        cart({ placement: "checkout", seen: 4 }),
        cart({ seen: 10, taken: 1, undone: 1 }),
        cart({ placement: "product", kind: "up-sell", seen: 6 }),
      ],
      orderedLines: [lines({ lines: 2 }), lines({ placement: "confirmation", lines: 1 })],
    });
    expect(total).toMatchObject({ seen: 20, taken: 1, undone: 1, ordered: 3, rate: 0.05 });
    expect(places.map(({ placement, ordered }) => [placement, ordered])).toEqual([
      ["product", 0],
      ["cart", 2],
      ["checkout", 0],
      ["confirmation", 1],
    ]);
  });

  it("keeps two currencies apart and their sums exact", () => {
    const { extraSales, averages } = rowsOf({
      orderedLines: [
        lines({ extra: 9_007_199_254_740, lines: 3, unpriced: 1 }),
        lines({ kind: "up-sell", extra: -1 }),
        lines({ currency: "JPY", extra: 500 }),
      ],
      orders: [orders({ sum: 1001, valued: 2, orders: 3 }), orders({ withOffer: true, sum: 2000 }), orders({ currency: "JPY", sum: 7 })],
    });
    expect(extraSales).toEqual([
      { currency: "EUR", lines: 4, unpriced: 1, extra: 9_007_199_254_739, crossSell: 9_007_199_254_740, upSell: -1 },
      { currency: "JPY", lines: 1, unpriced: 0, extra: 500, crossSell: 500, upSell: 0 },
    ]);
    expect(averages).toEqual([
      { currency: "EUR", withOffer: { orders: 1, mean: 2000 }, all: { orders: 4, mean: 1000 } },
      { currency: "JPY", withOffer: { orders: 0 }, all: { orders: 1, mean: 7 } },
    ]);
  });

  it("sorts refusals by pair and keeps a kind word out of them", () => {
    const pair = { for: "phone", product: "case" };
    const { refused, refusals, helpful } = rowsOf({
      answers: [
        { for: "phone", product: "glass", answer: "none", count: 1 },
        { ...pair, answer: "helpful", count: 4 },
        { ...pair, answer: "none", count: 2 },
        { ...pair, answer: "too-dear", count: 3 },
      ],
    });
    expect(refused).toEqual([
      { ...pair, answers: { none: 2, "too-dear": 3 }, total: 5 },
      { for: "phone", product: "glass", answers: { none: 1 }, total: 1 },
    ]);
    expect([refusals, helpful]).toEqual([{ none: 3, "too-dear": 3 }, 4]);
  });
});

describe("the time series", () => {
  const at = (time: string) => Date.parse(time);
  const seen = (time: string, count = 1) => ({ at: at(time), step: "seen", count }) as const;

  it("is by hour over a few days, with the empty hours in between", () => {
    const { series } = rowsOf({ series: [seen("2026-06-01T10:15Z"), seen("2026-06-01T10:45Z", 2), seen("2026-06-01T12:00Z")] });
    expect(series.unit).toBe("hour");
    expect(series.points.map((point) => point.seen)).toEqual([3, 0, 1]);
    expect(series.points[0]).toEqual({ at: at("2026-06-01T10:00Z"), to: at("2026-06-01T11:00Z"), shown: 0, seen: 3, taken: 0, ordered: 0 });
  });

  it("gives the days of a change of clocks their 23 and 25 hours", () => {
    const spring = [
      seen("2026-03-27T12:00Z"),
      seen("2026-03-28T22:45Z"),
      seen("2026-03-28T23:00Z"),
      seen("2026-03-29T21:45Z"),
      seen("2026-03-31T12:00Z"),
    ];
    const { points } = summarise({ ...NO_ROWS, series: spring }, "Europe/Berlin").series;
    expect(points.map((point) => [point.seen, (point.to - point.at) / 3_600_000])).toEqual([
      [1, 24],
      [1, 24],
      [2, 23],
      [0, 24],
      [1, 24],
    ]);
    const autumn = summarise({ ...NO_ROWS, series: [seen("2026-10-24T12:00Z"), seen("2026-10-28T12:00Z")] }, "Europe/Berlin").series;
    expect(autumn.points.map((point) => (point.to - point.at) / 3_600_000)).toEqual([24, 25, 24, 24, 24]);
  });

  it("loses no event in any zone", () => {
    const series = Array.from(
      { length: 400 },
      (_, n) => ({ at: at("2026-10-20T00:00Z") + n * 2_700_000, step: "taken", count: 1 }) as const,
    );
    for (const zone of ["UTC", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia"]) {
      const { points } = summarise({ ...NO_ROWS, series }, zone).series;
      expect([zone, points.reduce((sum, { taken }) => sum + taken, 0)]).toEqual([zone, 400]);
    }
  });
});
