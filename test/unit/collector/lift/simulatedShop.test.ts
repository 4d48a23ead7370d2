import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Effect } from "../../../../widget/types/lift.ts";
import { createIntake } from "../../../../widget/collector/createIntake.ts";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { summarise } from "../../../../widget/collector/figures/summarise.ts";
import { postDay } from "../../../support/postDay.ts";
import type { ShopDay, Truth } from "../../../support/simulateShop.ts";
import { seedOf, simulateShop, toLiftRows } from "../../../support/simulateShop.ts";
import { NO_ROWS } from "../noRows.ts";

/** Many orders a visit, so that few visits tell much. */
const SHOP: Truth = { visits: 8000, conversion: 0.4, meanOrder: 6000, logSpread: 0.5, taking: 0, growth: 0, checkouts: 0 };
const DAYS = 14;

const shopDays = (truth: Truth, run: number, count = DAYS): readonly ShopDay[] => {
  const days = simulateShop(truth, seedOf(run));
  return Array.from({ length: count }, () => days.next().value);
};
const look = (days: readonly ShopDay[]) => summarise({ ...NO_ROWS, lift: toLiftRows(days) }, "UTC").lift;
const looks = (days: readonly ShopDay[]) => days.map((_, at) => look(days.slice(0, at + 1)));
const isClaim = ({ verdict }: Effect) => verdict === "more" || verdict === "less";
const countOf = (runs: number, holds: (run: number) => boolean) =>
  Array.from({ length: runs }, (_, run) => holds(run)).filter(Boolean).length;

describe("a shop whose truth is known", () => {
  it("comes out of the intake and the store as its own sums", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const store = await openDuckdb(":memory:");
    onTestFinished(store.stop);
    const intake = createIntake({ store, stored: () => undefined });
    const days = shopDays({ ...SHOP, visits: 150, taking: 0.3, growth: 0.2 }, 1, 3);
    for (const day of days) await postDay(day, { intake, store, setTime: vi.setSystemTime });
    expect((await store.figures()).lift).toEqual(toLiftRows(days));
  });

  it("has its effect found at the number of visits the report asked for", () => {
    const claimed = countOf(20, (run) => {
      const days = shopDays({ ...SHOP, taking: 0.3, growth: 0.2 }, run, 40);
      const asked = SHOP.visits + (look(days.slice(0, 1)).effects[0]?.moreVisits ?? Infinity);
      return look(days.slice(0, Math.ceil(asked / SHOP.visits))).effects[0]?.verdict === "more";
    });
    expect(claimed).toBeGreaterThanOrEqual(16);
  });

  it("is not credited with an effect it has not, however often one looks, nor stopped", () => {
    const runs = Array.from({ length: 40 }, (_, run) => looks(shopDays(SHOP, 100 + run)));
    expect(runs.filter((days) => days.some(({ effects }) => effects.some(isClaim))).length).toBeLessThanOrEqual(2);
    expect(runs.filter((days) => days.at(-1)?.guardrail.state === "red").length).toBeLessThanOrEqual(2);
    const ratios = runs.flat().flatMap(({ effects }) => effects.map(({ widthRatio = 0 }) => widthRatio));
    expect(Math.max(...ratios)).toBeLessThanOrEqual(1.6);
    expect(Math.max(...ratios)).toBeGreaterThan(1.5);
  });

  it("is stopped when offers cost it one checkout in twenty", () => {
    const stopped = countOf(20, (run) => look(shopDays({ ...SHOP, checkouts: -0.05 }, 200 + run)).guardrail.state === "red");
    expect(stopped).toBeGreaterThanOrEqual(16);
  });
});
