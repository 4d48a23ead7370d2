import { expect, test } from "vitest";
import { type ProfitOptions, createProfit } from "../../../../widget/trainer/profit/profit.ts";
import { inMinorUnits, readBetter, readProfitWishes } from "../../../../widget/trainer/profit/profitOptions.ts";
import type { Item } from "../../../../widget/trainer/catalogue/readCatalogue.ts";

const anItem = (id: string, price?: number, cost?: number): Item => ({
  ...{
    id,
    card: { title: id, categories: ["C"], ...(price !== undefined && { price }) },
    local: new Map(),
    accessories: [],
    upgrades: [],
    never: [],
    orders: 0,
  },
  ...(cost !== undefined && { cost }),
});
const NEUTRAL: ProfitOptions = { handling: 0, minMargin: { sum: 0 }, objective: "conversion" };
const profitOf = (over: Partial<ProfitOptions>, items: readonly Item[] = []) => createProfit(items, { ...NEUTRAL, ...over });

test("an add-on must earn its handling and the least margin, a sum or a share of its price", () => {
  const item = anItem("x", 1000, 800);
  expect(profitOf({ handling: 150, minMargin: { sum: 50 } }).pays(item)).toBe(true);
  expect(profitOf({ handling: 151, minMargin: { sum: 50 } }).pays(item)).toBe(false);
  expect(profitOf({ minMargin: { share: 0.2 } }).pays(item)).toBe(true);
  expect(profitOf({ minMargin: { share: 0.21 } }).pays(item)).toBe(false);
});

test("what is not known speaks against nothing, and is counted", () => {
  const profit = profitOf({ handling: 10_000 }, [anItem("a", 100, 1), anItem("b", 100), anItem("c")]);
  expect([profit.pays(anItem("b", 100)), profit.pays(anItem("c", undefined, 5))]).toEqual([true, true]);
  expect(profit.earnsMore(anItem("b", 100), anItem("a", 100, 1))).toBe(true);
  expect(profit.unknown).toBe(2);
});

test("an alternative must earn more than what it replaces", () => {
  const { earnsMore } = profitOf({});
  expect(earnsMore(anItem("a", 100, 50), anItem("b", 120, 60))).toBe(true);
  expect(earnsMore(anItem("a", 100, 50), anItem("b", 120, 70))).toBe(false);
  expect(earnsMore(anItem("a", 100, 50), anItem("b", 120, 90))).toBe(false);
});

test("revenue and margin weigh in few steps around the category's median, conversion not at all", () => {
  const items = [100, 300, 500, 700, 2000].map((price, at) => anItem(`p${at}`, price, price - [90, 30, 50, 10, 400][at]!));
  const factors = (objective: ProfitOptions["objective"]) => items.map(profitOf({ objective }, items).factor);
  expect(factors("conversion")).toEqual([1, 1, 1, 1, 1]);
  expect(factors("revenue")).toEqual([0.7, 0.85, 1, 1.2, 1.4]);
  expect(factors("margin")).toEqual([1.2, 0.85, 1, 0.7, 1.4]);
  expect(profitOf({ objective: "margin" }, items).factor(anItem("unknown", 500))).toBe(1);
});

test.each([
  [{ handling: "-1" }, "--handling -1"],
  [{ handling: "" }, "--handling"],
  [{ minMargin: "a lot" }, "--min-margin a lot"],
  [{ minMargin: "100%" }, "--min-margin 100%"],
  [{ objective: "greed" }, "--objective greed"],
])("%j is refused by name", (over, message) => {
  expect(() => readProfitWishes({ handling: "0", minMargin: "0", objective: "conversion", ...over })).toThrow(message);
});

test("sums are turned into the catalogue's minor units", () => {
  const wishes = readProfitWishes({ handling: "0.8", minMargin: "1.5", objective: "margin" });
  expect(inMinorUnits(wishes, "EUR")).toEqual({ handling: 80, minMargin: { sum: 150 }, objective: "margin" });
  expect(inMinorUnits(readProfitWishes({ handling: "8", minMargin: "10%", objective: "revenue" }), "JPY")).toMatchObject({
    handling: 8,
    minMargin: { share: 0.1 },
  });
});

test("what is better is said by pairs, the last one counts, and nonsense is refused", async () => {
  expect(await readBetter(["memory=more", "screen size=less", "memory=none"])).toEqual({ memory: "none", "screen size": "less" });
  for (const wrong of ["memory", "memory=best", "=more"]) await expect(readBetter([wrong])).rejects.toThrow(`--better ${wrong}`);
});
