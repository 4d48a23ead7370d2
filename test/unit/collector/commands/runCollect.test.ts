import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it, vi } from "vitest";
import type { EventVerdicts } from "../../../../widget/types/collector.ts";
import { runCollect } from "../../../../widget/collector/commands/runCollect.ts";
import { createId } from "../../../../widget/browser/lib/id.ts";
import type { Line } from "../../../support/postOver.ts";
import { openLine } from "../../../support/postOver.ts";
import { killRounds } from "../../../support/killRounds.ts";
import { launchCollector } from "../../../support/launchCollector.ts";
import { storedIds } from "../../../support/storedIds.ts";
import { aFolder } from "../aCollector.ts";
import { aBatch, anEvent } from "../anEvent.ts";

const bodyOf = (id: string) => JSON.stringify(aBatch([anEvent("shown", id)]));
const acceptedOf = (body: string) => (JSON.parse(body) as Partial<EventVerdicts>).accepted ?? [];

async function sendOver(line: Line, id: string): Promise<readonly string[]> {
  return acceptedOf((await line.post(bodyOf(id))).body);
}

/** A post of which the collector has the headers, and not yet the body. */
async function beginPost(address: string): Promise<{ finish(id: string): Promise<readonly string[]> }> {
  const length = Buffer.byteLength(bodyOf("e1"));
  const sent = request(`${address}/v1/events`, {
    method: "POST",
    headers: { "content-type": "text/plain", "content-length": length, expect: "100-continue" },
  });
  // The one that is not finished is cut off.
  sent.on("error", () => undefined);
  sent.flushHeaders();
  await once(sent, "continue");
  return {
    async finish(id) {
      sent.end(bodyOf(id));
      const [answer] = (await once(sent, "response")) as [IncomingMessage];
      return acceptedOf(await text(answer));
    },
  };
}

describe("goeswith collect", () => {
  it("helps, and refuses what it does not understand", async () => {
    const [log, error] = [vi.spyOn(console, "log").mockReturnValue(), vi.spyOn(console, "error").mockReturnValue()];
    expect([await runCollect(["--help"]), await runCollect(["--port", "x"])]).toEqual([0, 2]);
    for (const words of ["--report-port", "--trust-proxy", "Retry-After", "Sec-GPC", ".wal", "SIGTERM"])
      expect(log.mock.calls.flat().join()).toContain(words);
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
  }, 30_000);

  it("row 146: finishes what is under way when it is told to stop, and waits for nothing else", async () => {
    const data = join(await aFolder(), "events.duckdb");
    const { address, end, heard } = await launchCollector(data);
    const lines = await Promise.all(Array.from({ length: 8 }, () => openLine(address)));
    const accepted: string[] = [];
    const post = async (line: Line) => {
      for (;;) accepted.push(...(await sendOver(line, createId())));
    };
    const flood = Promise.allSettled(lines.map(post));
    // Its connection stays open and idle.
    await sendOver(await openLine(address), "e0");
    const begun = await Promise.all([beginPost(address), beginPost(address)]);
    const ended = end("SIGTERM");
    await vi.waitFor(() => expect(fetch(`${address}/health`)).rejects.toThrow("fetch failed"), { timeout: 10_000, interval: 10 });
    // The other body never comes.
    const finished = await begun[0].finish("e1");
    expect([await ended, heard()]).toEqual([0, expect.stringContaining("Everything taken is stored.")]);
    await flood;
    expect(finished).toEqual(["e1"]);
    expect((await storedIds(data)).toSorted()).toEqual(["e0", "e1", ...accepted].toSorted());
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
