import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
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

  it("says what is in the way when it cannot start, and leaves the file as it is", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    const folder = await aFolder();
    await mkdir(join(folder, "folder"));
    const other = await DuckDBInstance.create(join(folder, "other"));
    const connection = await other.connect();
    await connection.run("create table events as select 1 as x");
    connection.closeSync();
    other.closeSync();
    const whole = await readFile(join(folder, "other"));
    await writeFile(join(folder, "text"), "this is no database ".repeat(1000));
    await writeFile(join(folder, "damaged"), whole.fill(255, 4096, 4104));
    for (const [name, words] of [
      ["folder", "is a folder"],
      ["text", "is no DuckDB file"],
      ["damaged", "is damaged"],
      ["other", "holds tables of something else"],
      ["none/events.duckdb", "the folder of"],
    ] as const) {
      const before = await readFile(join(folder, name)).catch(() => undefined);
      expect([name, await runCollect(["--port", "0", "--data", join(folder, name)])]).toEqual([name, 1]);
      expect(error.mock.lastCall?.join()).toContain(words);
      expect(await readFile(join(folder, name)).catch(() => undefined)).toEqual(before);
    }
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
