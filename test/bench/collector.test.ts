// oxlint-disable vitest/expect-expect -- prints figures and asserts none: what they are depends on the machine
import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import type { Line } from "../support/postOver.ts";
import { killRounds } from "../support/killRounds.ts";
import { openLine } from "../support/postOver.ts";
import { startServer } from "../support/startServer.ts";
import { storedIds } from "../support/storedIds.ts";
import { aBatch, anEvent } from "../unit/collector/anEvent.ts";
import { inFolder } from "./inFolder.ts";
import { builtCommand } from "./runMeasured.ts";

const BARE = fileURLToPath(new URL("./bareRoute.mjs", import.meta.url));
const BATCH = 10;
/** Shoppers who post at the same moment. */
const LEVELS = [1, 8, 64, 256];
const REPEATS = 5;
const SECONDS = 3;
const WARM_UP = 2;

interface Run {
  readonly batches: number;
  readonly perSecond: number;
  /** Milliseconds from the post to its answer. */
  readonly median: number;
  readonly p99: number;
  readonly refused: number;
}

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);
const round = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en"));
const withSpread = (values: readonly number[]) => {
  const sorted = ascending(values);
  return `${round(at(sorted, 0.5))} (${round(at(sorted, 0))}–${round(at(sorted, 1))})`;
};

function aBody(): string {
  return JSON.stringify(aBatch(Array.from({ length: BATCH }, () => anEvent("shown", randomUUID()))));
}

/** Each line posts its next batch as soon as the last is answered. */
async function press(lines: readonly Line[], seconds: number): Promise<Run> {
  const times: number[] = [];
  let refused = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < until) {
        const body = aBody();
        const sent = performance.now();
        if ((await line.post(body)).status !== 200) refused++;
        times.push(performance.now() - sent);
      }
    }),
  );
  const passed = (performance.now() - started) / 1000;
  const sorted = ascending(times);
  return { batches: times.length, perSecond: times.length / passed, median: at(sorted, 0.5), p99: at(sorted, 0.99), refused };
}

/** Milliseconds this disk takes to say that four kilobytes are safe: no durable answer comes sooner. */
function syncTime(folder: string): string {
  const file = openSync(join(folder, "sync"), "w");
  const block = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 100 }, () => {
    const before = performance.now();
    writeSync(file, block);
    fsyncSync(file);
    return performance.now() - before;
  });
  closeSync(file);
  const sorted = ascending(times);
  return `${at(sorted, 0.5).toFixed(2)} ms, p99 ${at(sorted, 0.99).toFixed(2)} ms`;
}

async function eventsIn(address: string): Promise<number> {
  return ((await (await fetch(`${address}/report/data`)).json()) as { readonly events: number }).events;
}

test("collector: durable events a second, beside a bare route that stores nothing", async () => {
  await inFolder(async (folder) => {
    console.log(
      `batches of ${BATCH} events, ${Buffer.byteLength(aBody())} bytes each, loopback; load of the machine ${loadavg()[0]?.toFixed(1)}`,
    );
    console.log(`this disk: a synced write of 4 kB takes ${syncTime(folder)}`);
    const bare = await startServer(BARE);
    const collector = await startServer(builtCommand(), [
      "collect",
      "--port",
      "0",
      "--data",
      join(folder, "events.duckdb"),
      "--rate",
      "1000000000",
    ]);
    const rows: object[] = [];
    let taken = 0;
    for (const level of LEVELS) {
      const runs: { readonly bare: Run; readonly collector: Run }[] = [];
      const linesTo = (address: string) => Promise.all(Array.from({ length: level }, () => openLine(address)));
      const [toBare, toCollector] = [await linesTo(bare.address), await linesTo(collector.address)];
      await press(toBare, WARM_UP);
      taken += (await press(toCollector, WARM_UP)).batches;
      // In turns, so that both meet the same machine.
      for (let repeat = 0; repeat < REPEATS; repeat++)
        runs.push({ bare: await press(toBare, SECONDS), collector: await press(toCollector, SECONDS) });
      for (const line of [...toBare, ...toCollector]) line.close();
      taken += runs.reduce((sum, run) => sum + run.collector.batches, 0);
      rows.push({
        "at once": level,
        "durable events/s": withSpread(runs.map((run) => run.collector.perSecond * BATCH)),
        "p50 ms": withSpread(runs.map((run) => run.collector.median)),
        "p99 ms": withSpread(runs.map((run) => run.collector.p99)),
        "bare events/s": withSpread(runs.map((run) => run.bare.perSecond * BATCH)),
        "bare p99 ms": withSpread(runs.map((run) => run.bare.p99)),
        refused: runs.reduce((sum, run) => sum + run.collector.refused, 0),
      });
    }
    const stored = await eventsIn(collector.address);
    await Promise.all([bare.end("SIGTERM"), collector.end("SIGTERM")]);
    console.table(rows);
    console.log(`events acknowledged ${taken * BATCH}, in the file ${stored}`);
  });
});

test("collector: killed in 100 rounds under load", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "events.duckdb");
    const { acknowledged, late } = await killRounds(100, () =>
      startServer(builtCommand(), ["collect", "--port", "0", "--data", file, "--rate", "1000000000"]),
    );
    const stored = await storedIds(file);
    const known = new Set(stored);
    const lost = acknowledged.filter((id) => !known.has(id)).length;
    console.log(
      `kill -9 in 100 rounds: ${acknowledged.length} events acknowledged, ${lost} of them lost, ${stored.length - known.size} stored twice;`,
    );
    console.log(`${late} had been stored when the kill cut off their answer, and were told as duplicates when they were sent again`);
  });
});
