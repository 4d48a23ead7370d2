import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { ComparedArm } from "../../../widget/types/arm.ts";
import type { ConfirmedOrder } from "../../../widget/types/confirmedOrder.ts";
import type { Experiment, SwitchState } from "../../../widget/types/lift.ts";
import type { LiftRows } from "../../../widget/types/liftRows.ts";
import { createSwitch } from "../../../widget/collector/createSwitch.ts";
import { DEFAULT_SETTINGS } from "../../../widget/collector/lift/defaultSettings.ts";
import { openDuckdb } from "../../../widget/collector/store/duckdb.ts";
import { aCollector, aFolder, post, readReport } from "./aCollector.ts";
import { aBatch, anOrder, NOON } from "./anEvent.ts";
import { NO_LIFT, NO_ROWS } from "./noRows.ts";

const DAY = 86_400_000;
const TODAY = 100 * DAY;
const MINUTE = 60_000;

const checkouts = (offers: number, holdout: number): LiftRows => ({
  ...{ ...NO_LIFT, basis: "confirmed" },
  checkouts: [
    { day: TODAY - DAY, arm: "offers", units: offers },
    { day: TODAY - DAY, arm: "holdout", units: holdout },
  ],
});

/** Held-out visits spend a tenth less, on each of twenty days. */
const worth = (basis: LiftRows["basis"]): LiftRows => {
  const days = Array.from({ length: 20 }, (_, at) => TODAY - (20 - at) * DAY);
  const arms = days.flatMap((day) => [
    { day, arm: "offers" as const, mean: 5500 },
    { day, arm: "holdout" as const, mean: 5000 },
  ]);
  const orders = 2000;
  const noProfit = { costed: 0, profit: 0, profitSquared: 0, largestProfit: 0, currency: "EUR" };
  return {
    ...{ ...NO_LIFT, basis },
    units: arms.map(({ day, arm }) => ({ day, arm, units: 10_000, buyers: orders })),
    money: arms.map(({ day, arm, mean }) => ({
      ...{ ...noProfit, day, arm, orders, ordersSquared: orders, largest: 5 * mean },
      ...{ revenue: orders * mean, revenueSquared: 2 * orders * mean ** 2, ordersTimesRevenue: orders * mean },
    })),
  };
};

/** A store that counts what it is told to. */
function aStore(lift: LiftRows, kept: readonly SwitchState[] = []) {
  const states = [...kept];
  const figures = vi.fn(async () => ({ ...NO_ROWS, lift: counted.lift }));
  const counted = { lift };
  const keepSwitch = vi.fn(async (state: SwitchState) => void states.push(state));
  return { figures, counted, states, keepSwitch, switches: async () => [...states] };
}

async function aSwitch(store: ReturnType<typeof aStore>, over: Partial<Experiment> = {}) {
  const published = await createSwitch({ store, experiment: { ...DEFAULT_SETTINGS, ...over } });
  onTestFinished(published.stop);
  return published;
}

describe("the switch", () => {
  beforeEach(() => void vi.useFakeTimers({ now: TODAY + DAY / 2 }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);

  it("is decided at the start and when the shop's orders changed, once a minute at most, and read from memory meanwhile", async () => {
    const store = aStore(NO_LIFT);
    const { file, changed } = await aSwitch(store);
    await settle();
    for (const _ of [1, 2, 3]) changed();
    expect([file(), store.figures.mock.calls.length]).toEqual([{ offers: "on", holdout: 0.5 }, 1]);
    store.counted.lift = checkouts(100, 300);
    await vi.advanceTimersByTimeAsync(MINUTE - 1);
    expect(store.figures).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2);
    expect([file(), store.figures.mock.calls.length]).toEqual([{ offers: "off", holdout: 0.5 }, 2]);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(store.figures).toHaveBeenCalledTimes(2);
  });

  it("stays off, over restarts and better figures, until the merchant begins anew", async () => {
    const store = aStore(checkouts(100, 300));
    await aSwitch(store);
    await settle();
    store.counted.lift = checkouts(300, 100);
    const later = await aSwitch(store);
    expect(later.file().offers).toBe("off");
    await settle();
    expect(later.file().offers).toBe("off");
    const anew = await aSwitch(store, { since: TODAY });
    await settle();
    expect(anew.file().offers).toBe("on");
    expect(store.states.map(({ offers, since }) => [offers, since])).toEqual([
      ["on", 0],
      ["off", 0],
      ["on", TODAY],
    ]);
  });

  it("holds fewer out once the question is decided; the report goes by the share of each day, and the decision stays", async () => {
    const store = aStore(worth("confirmed"));
    const { file, settings, changed } = await aSwitch(store);
    expect(settings().shares).toEqual([{ from: 0, share: 0.5 }]);
    await settle();
    expect(file()).toEqual({ offers: "on", holdout: 0.05 });
    expect(settings().shares).toEqual([
      { from: 0, share: 0.5 },
      { from: TODAY + DAY / 2, share: 0.05 },
    ]);
    expect(settings().decidedAt).toBeLessThan(TODAY);
    store.counted.lift = checkouts(10, 10);
    changed();
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(store.figures).toHaveBeenCalledTimes(2);
    expect(file().holdout).toBe(0.05);
    expect(store.states).toHaveLength(2);
  });

  it("leaves the question open on orders that anybody could have posted", async () => {
    const { file } = await aSwitch(aStore(worth("posted")));
    await settle();
    expect(file()).toEqual({ offers: "on", holdout: 0.5 });
  });

  it("takes the merchant's shares, of the future and of the past", async () => {
    const shares = [{ from: 0, share: 0.1 }];
    const store = aStore(worth("confirmed"), [{ at: 5, since: 0, offers: "on", holdout: 0.5 }]);
    const { file, settings } = await aSwitch(store, { undecided: 0.3, decided: 0.02, shares, saysShares: true });
    expect([file().holdout, settings().shares]).toEqual([0.3, shares]);
    expect(settings()).not.toHaveProperty("saysShares");
  });

  it("publishes nothing that could not be kept, and says so", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const store = aStore(checkouts(100, 300));
    const { file, changed } = await aSwitch(store);
    store.keepSwitch.mockRejectedValueOnce(new Error("disk full"));
    await settle();
    expect([file().offers, error.mock.calls]).toEqual(["on", [["goeswith: the switch could not be changed:", "disk full"]]]);
    changed();
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(file().offers).toBe("off");
  });

  it("keeps the order of time when the clock steps back", async () => {
    const store = aStore(checkouts(100, 300));
    await aSwitch(store);
    vi.setSystemTime(TODAY - 9 * DAY);
    await settle();
    expect(store.states.map(({ at }) => at)).toEqual([TODAY + DAY / 2, TODAY + DAY / 2]);
  });
});

describe("row 142: who moves the switch", () => {
  const order = (arm: ComparedArm, at: number): ConfirmedOrder => ({
    ...{ shop: "demo", order: `${arm}-${at}`, at: NOON, currency: "EUR", net: 1000, refunded: 0, isCancelled: false },
    mark: { visit: `visit-${arm}-${at}`, arm },
  });
  const orders = (arm: ComparedArm, count: number) => Array.from({ length: count }, (_, at) => order(arm, at));
  const told = async (collector: Awaited<ReturnType<typeof aCollector>>) =>
    (await collector.app.inject({ url: "/v1/switch.json" })).json<unknown>();

  it("is the shop by its own orders; whatever is posted leaves it alone, and a request reads no figures", async () => {
    const data = join(await aFolder(), "events.duckdb");
    const collector = await aCollector({ data });
    const forged = Array.from({ length: 400 }, (_, at) => {
      const facts = { visit: `forged${at}`, arm: at % 10 ? "holdout" : "offers" };
      return [
        { ...anOrder(`e${at}`, [], { ...facts, type: "eligible" }) },
        anOrder(`o${at}`, [], { ...facts, total: at % 10 ? 90_000 : 1, seq: 2 }),
      ];
    });
    for (let at = 0; at < 400; at += 100) await post(collector, aBatch(forged.slice(at, at + 100).flat()));
    expect((await readReport(collector)).lift).toMatchObject({ guardrail: { state: "blind" }, switch: { offers: "on", holdout: 0.5 } });
    await collector.stop();
    const posted = await aCollector({ data });
    await vi.waitFor(async () => expect((await readReport(posted)).events).toBeGreaterThan(0));
    expect(await told(posted)).toEqual({ offers: "on", holdout: 0.5 });
    await posted.stop();

    const store = await openDuckdb(data);
    await store.confirm([...orders("offers", 100), ...orders("holdout", 300)]);
    await store.stop();
    const confirmed = await aCollector({ data });
    await vi.waitFor(async () => expect(await told(confirmed)).toEqual({ offers: "off", holdout: 0.5 }));
    expect((await readReport(confirmed)).lift).toMatchObject({ guardrail: { state: "red" }, switch: { offers: "off" } });
  });
});
