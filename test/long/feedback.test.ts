import { beforeEach, expect, test, vi } from "vitest";
import type { ModelChanges } from "../../widget/types/changes.ts";
import { aShop, trainShop, visitShop, worthOf } from "../support/simulateFeedback.ts";

const RUNS = [1, 2, 3, 4, 5, 6, 7, 8];
const VISITS = 6000;

beforeEach(() => {
  vi.spyOn(console, "log").mockReturnValue();
});

test("@long shoppers who take other things than the orders tell take more of each model that has heard them", async () => {
  const gains = { first: 0, second: 0 };
  for (const run of RUNS) {
    const shop = aShop(run, 0.9);
    const deaf = await trainShop(shop, []);
    const heard = [visitShop(shop, deaf, { run, visits: VISITS })];
    const once = await trainShop(shop, heard);
    const twice = await trainShop(shop, [...heard, visitShop(shop, once, { run: run + RUNS.length, visits: VISITS })]);
    const [before, after, later] = [deaf, once, twice].map((model) => worthOf(shop, model)) as [number, number, number];
    expect(after / before).toBeGreaterThan(1.05);
    expect(later / after).toBeGreaterThan(0.95);
    gains.first += (after / before - 1) / RUNS.length;
    gains.second += (later / after - 1) / RUNS.length;
  }
  expect(gains.first).toBeGreaterThan(0.15);
  expect(gains.second).toBeGreaterThan(0);
});

test("@long where all pairs are taken alike, chance moves none of them by more than a step or two", async () => {
  for (const run of RUNS) {
    const shop = aShop(run, 0);
    const model = await trainShop(shop, [visitShop(shop, await trainShop(shop, []), { run, visits: VISITS })]);
    const { pairs } = JSON.parse(model.texts.get("changes.json") ?? "{}") as ModelChanges;
    expect(pairs.filter(({ factor }) => Math.abs(factor - 1) > 0.101)).toEqual([]);
  }
});
