import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { EventVerdicts } from "../../../widget/types/collector.ts";
import { runCollect } from "../../../widget/collector/runCollect.ts";
import { openDuckdb } from "../../../widget/collector/store/duckdb.ts";
import { aFolder } from "./aCollector.ts";
import { aBatch, anEvent } from "./anEvent.ts";

const LAUNCH = `
  const { createServer } = await import("vite");
  const server = await createServer({ configFile: false, appType: "custom", server: { middlewareMode: true, ws: false, watch: null } });
  const { runCollect } = await server.ssrLoadModule("/widget/collector/runCollect.ts");
  process.exit(await runCollect(process.argv.slice(1)));`;

/** The command in a process of its own. */
async function launch(
  data: string,
): Promise<{ readonly child: ChildProcessWithoutNullStreams; readonly address: string; heard(): string }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", LAUNCH, "--", "--port", "0", "--data", data, "--rate", "1000000"]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let heard = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (heard += String(bytes)));
  const address = await vi.waitFor(() => /http:\/\/127\.0\.0\.1:\d+/.exec(heard)?.[0] ?? Promise.reject(new Error(heard)), {
    timeout: 15_000,
    interval: 20,
  });
  return { child, address, heard: () => heard };
}

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
    const { child, address, heard } = await launch(data);
    await send(address, ["e0"]);
    const sent = Promise.allSettled(Array.from({ length: 20 }, (_, n) => send(address, [`f${n}`])));
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number];
    expect([code, heard()]).toEqual([0, expect.stringContaining("Everything taken is stored.")]);
    const accepted = (await sent).flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
    const store = await openDuckdb(data);
    onTestFinished(store.stop);
    expect((await store.figures()).events).toBe(1 + accepted.length);
  }, 40_000);

  it("row 138: loses nothing it accepted when it is killed", async () => {
    const data = join(await aFolder(), "events.duckdb");
    const acknowledged: string[] = [];
    for (const round of [1, 2]) {
      const { child, address } = await launch(data);
      const exit = once(child, "exit");
      const flood = Array.from({ length: 20 }, async (_, n) => {
        for (let k = 0; ; k++) acknowledged.push(...(await send(address, [`r${round}-${n}-${k}`])));
      });
      const ended = Promise.allSettled(flood);
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(round * 200), { timeout: 8000, interval: 10 });
      child.kill("SIGKILL");
      await Promise.all([exit, ended]);
    }
    const store = await openDuckdb(data);
    onTestFinished(store.stop);
    const again = acknowledged.map((id) => ({ event: anEvent("shown", id), shop: "demo", received: 0, happened: 0, skew: 0 }));
    expect(await store.insert({ events: again, drops: [] })).toEqual(new Set());
  }, 40_000);
});
