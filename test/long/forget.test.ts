import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { openDuckdb } from "../../widget/collector/store/duckdb.ts";
import { insert } from "../support/stores.ts";
import { aFolder } from "../unit/collector/aCollector.ts";
import { anEvent } from "../unit/collector/anEvent.ts";

const FORGET = `
  const { createServer } = await import("vite");
  const server = await createServer({ configFile: false, appType: "custom", server: { middlewareMode: true, ws: false, watch: null } });
  const { runForget } = await server.ssrLoadModule("/widget/collector/commands/runForget.ts");
  process.exit(await runForget(process.argv.slice(1)));`;

const ROUNDS = 12;
const KEPT = 40_000;

it("row 120: killed at any moment of the rewriting, loses nothing else, and the next run ends it", async () => {
  const folder = await aFolder();
  const file = join(folder, "events.duckdb");
  const first = await openDuckdb(file);
  const kept = Array.from({ length: KEPT }, (_, n) => anEvent("shown", `kept-${n}`, { visit: `visit-${n % 500}` }));
  await insert(first, ...kept);
  await first.stop();
  let interrupted = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const store = await openDuckdb(file);
    await insert(store, ...Array.from({ length: 20 }, (_, n) => anEvent("seen", `secret-${round}-${n}`, { visit: `secret-${round}` })));
    await store.stop();
    const child = spawn(process.execPath, ["--input-type=module", "-e", FORGET, "--", "--visit", `secret-${round}`, "--data", file]);
    const exit = once(child, "exit");
    await vi.waitUntil(() => existsSync(`${file}.rewriting`) || child.exitCode !== null, { timeout: 30_000, interval: 1 });
    // Later from round to round: at the beginning of the copy, in its middle, about when it takes the old one's place.
    const until = performance.now() + round * 40;
    await vi.waitUntil(() => performance.now() > until || child.exitCode !== null, { timeout: 30_000, interval: 1 });
    child.kill("SIGKILL");
    const [code] = (await exit) as [number | null];
    if (code === null) interrupted++;
    const again = await openDuckdb(file);
    expect((await again.size()).events).toBe(KEPT);
    await again.forget({ visit: `secret-${round}` });
    await again.stop();
    const bytes = Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))));
    expect([bytes.includes("secret-"), await readdir(folder)]).toEqual([false, ["events.duckdb"]]);
  }
  expect(interrupted).toBeGreaterThan(ROUNDS / 3);
});
