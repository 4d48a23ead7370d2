import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { EventVerdicts } from "../../../widget/types/collector.ts";
import { runCollect } from "../../../widget/collector/runCollect.ts";
import { killRounds } from "../../support/killRounds.ts";
import { launchCollector } from "../../support/launchCollector.ts";
import { storedIds } from "../../support/storedIds.ts";
import { aFolder } from "./aCollector.ts";
import { aBatch, anEvent } from "./anEvent.ts";

async function send(address: string, ids: readonly string[]): Promise<readonly string[]> {
  const answer = await fetch(`${address}/v1/events`, {
    method: "POST",
    body: JSON.stringify(aBatch(ids.map((id) => anEvent("shown", id)))),
  });
  return ((await answer.json()) as Partial<EventVerdicts>).accepted ?? [];
}

describe("goeswith collect", () => {
  it("helps, and refuses what it does not understand", async () => {
    const [log, error] = [vi.spyOn(console, "log").mockReturnValue(), vi.spyOn(console, "error").mockReturnValue()];
    expect([await runCollect(["--help"]), await runCollect(["--port", "x"])]).toEqual([0, 2]);
    expect(log.mock.calls.flat().join()).toContain("--report-port");
    expect(error.mock.calls.flat().join()).toContain("--port x");
    vi.restoreAllMocks();
  });

  it("says what is in the way when it cannot start", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    const folder = await aFolder();
    await mkdir(join(folder, "a"));
    await writeFile(join(folder, "b"), "this is no database ".repeat(1000));
    expect([
      await runCollect(["--port", "0", "--data", join(folder, "a")]),
      await runCollect(["--port", "0", "--data", join(folder, "b")]),
    ]).toEqual([1, 1]);
    expect(error).toHaveBeenCalledTimes(2);
    vi.restoreAllMocks();
  });

  it("row 146: finishes what is under way when it is told to stop", async () => {
    const data = join(await aFolder(), "events.duckdb");
    const { address, end, heard } = await launchCollector(data);
    await send(address, ["e0"]);
    const sent = Promise.allSettled(Array.from({ length: 20 }, (_, n) => send(address, [`f${n}`])));
    expect([await end("SIGTERM"), heard()]).toEqual([0, expect.stringContaining("Everything taken is stored.")]);
    const accepted = (await sent).flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
    expect((await storedIds(data)).toSorted()).toEqual(["e0", ...accepted].toSorted());
  }, 40_000);

  it("row 138: has every event it acknowledged, and once, after it was killed under load", async () => {
    const data = join(await aFolder(), "events.duckdb");
    const { acknowledged } = await killRounds(4, () => launchCollector(data));
    const stored = await storedIds(data);
    expect(stored).toHaveLength(new Set(stored).size);
    expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(0);
  }, 40_000);
});
