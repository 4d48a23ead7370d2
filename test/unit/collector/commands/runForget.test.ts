import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hashOrder } from "../../../../widget/browser/lib/hashOrder.ts";
import { runForget } from "../../../../widget/collector/commands/runForget.ts";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { insert } from "../../../support/stores.ts";
import { aCollector, aFolder, post, readReport } from "../aCollector.ts";
import { aBatch, anEvent, anOrder } from "../anEvent.ts";

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  for (const name of ["log", "error"] as const) vi.spyOn(console, name).mockImplementation((text: string) => void said.push(text));
});
afterEach(() => void vi.restoreAllMocks());

describe("goeswith forget", () => {
  it("row 120: removes from the file what it is told to, and says what that was", async () => {
    const data = join(await aFolder(), "events.duckdb");
    const store = await openDuckdb(data);
    await insert(store, anEvent("shown", "may", { at: Date.UTC(2026, 4, 31) }), anEvent("shown", "e2", { visit: "v2" }));
    await insert(
      store,
      anOrder("o1", [], { visit: "v3", order: await hashOrder("demo", "#1001") }),
      anEvent("shown", "e4", { visit: "v4" }),
    );
    await store.stop();
    expect(await runForget(["--before", "2026-06-01", "--data", data])).toBe(0);
    expect(await runForget(["--visit", "v2", "--data", data])).toBe(0);
    expect(await runForget(["--order", "#1001", "--data", data])).toBe(0);
    expect(await runForget(["--order", "#1001", "--data", data])).toBe(0);
    const one = "Removed: 1 events, 0 confirmed orders, 0 counts of dropped events, 0 months of sums.";
    expect(said).toEqual([one, one, one, "Nothing of the kind was there."]);
    const left = await openDuckdb(data);
    expect((await left.size()).events).toBe(1);
    await left.stop();
  });

  it("goes through the collector that has the file, and the report follows", async () => {
    const collector = await aCollector();
    await post(collector, aBatch([anEvent("shown", "e1"), anEvent("shown", "e2", { visit: "v2" })]));
    expect(await runForget(["--visit", "v2", "--collector", collector.report])).toBe(0);
    expect((await readReport(collector)).events).toBe(1);
    expect((await post(collector, aBatch([anEvent("shown", "e3"), anEvent("shown", "e1")]))).verdicts).toMatchObject({
      accepted: ["e3"],
      duplicate: ["e1"],
    });
  });

  it("helps, and refuses what it does not understand", async () => {
    expect(await runForget(["--help"])).toBe(0);
    for (const args of [
      [],
      ["--visit", "a", "--order", "b"],
      ["--before", "2026-02-30"],
      ["--before", "yesterday"],
      ["--visit", ""],
      ["--all"],
    ])
      expect([args, await runForget(args)]).toEqual([args, 2]);
    expect(await runForget(["--visit", "v", "--token", "t"])).toBe(2);
    expect(await runForget(["--visit", "v", "--data", join(await aFolder(), "none.duckdb")])).toBe(1);
    expect(said.at(0)).toContain("--order ID");
    expect(said.at(-1)).toMatch(/^goeswith forget: there is no .*none\.duckdb; give --data FILE/);
  });
});
