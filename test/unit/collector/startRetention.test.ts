import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Keep } from "../../../widget/collector/startRetention.ts";
import { keptSince, parseKeep, startRetention } from "../../../widget/collector/startRetention.ts";
import { openDuckdb } from "../../../widget/collector/store/duckdb.ts";
import { insert } from "../../support/stores.ts";
import { aCollector, aFolder, readReport } from "./aCollector.ts";
import { anEvent } from "./anEvent.ts";

const removed = { events: 0, drops: 0, orders: 0, months: 0 };

describe("how long events are kept", () => {
  it.each([
    ["13m", "2026-03-31T15:00Z", "2025-02-28"],
    ["1m", "2026-03-15T00:00Z", "2026-02-15"],
    ["400d", "2026-03-15T23:59Z", "2025-02-08"],
    ["8w", "2026-03-15T12:00Z", "2026-01-18"],
    ["2y", "2028-02-29T12:00Z", "2026-02-28"],
  ])("%s on %s is since %s", (text, now, since) => {
    expect(new Date(keptSince(parseKeep(text) as Keep, Date.parse(now))).toISOString()).toBe(`${since}T00:00:00.000Z`);
  });

  it.each(["", "13", "m", "0m", "-1m", "1.5m", "13 m", "99999d", "13h"])("is not %o", (text) => {
    expect(parseKeep(text)).toBeUndefined();
  });
});

describe("retention", () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 5, 1, 12) }));
  afterEach(() => void vi.useRealTimers());

  it("comes at the start and once a day, tells of changes only, and outlives a failure", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    const condense = vi
      .fn<(before: number) => Promise<typeof removed>>()
      .mockResolvedValueOnce({ ...removed, events: 3 })
      .mockRejectedValueOnce(new Error("disk full"))
      .mockResolvedValue(removed);
    const changed = vi.fn<() => void>();
    const stop = startRetention({ store: { condense }, keep: { amount: 13, unit: "m" }, changed });
    await vi.advanceTimersByTimeAsync(2 * 86_400_000);
    expect(condense.mock.calls).toEqual([[Date.UTC(2025, 4, 1)], [Date.UTC(2025, 4, 2)], [Date.UTC(2025, 4, 3)]]);
    expect([changed.mock.calls.length, error.mock.calls]).toEqual([1, [["goeswith: old events could not be removed:", "disk full"]]]);
    stop();
    await vi.advanceTimersByTimeAsync(2 * 86_400_000);
    expect(condense).toHaveBeenCalledTimes(3);
    error.mockRestore();
  });
});

it("takes out of the file what a collector finds too old when it starts, and the report has its sums", async () => {
  const data = join(await aFolder(), "events.duckdb");
  const store = await openDuckdb(data);
  const old = Date.UTC(2024, 0, 15);
  await insert(store, anEvent("shown", "old", { at: old }), anEvent("shown", "new", { at: Date.now(), visit: "v2" }));
  await store.stop();
  const collector = await aCollector({ data, keep: { amount: 13, unit: "m" } });
  await vi.waitFor(async () => expect((await readReport(collector)).events).toBe(1), { timeout: 10_000 });
  expect((await readReport(collector)).earlier).toMatchObject([{ month: Date.UTC(2024, 0, 1), visits: 1, shown: 1 }]);
});
