import { resolve } from "node:path";
import type { Collector, CollectorOptions } from "../startCollector.ts";
import { explainFailure } from "./explainFailure.ts";
import { readFlags, USAGE } from "./readFlags.ts";

const DONE = 0;
const FAILED = 1;
const WRONG_USE = 2;

/** `goeswith collect`: runs until it is told to stop (SIGINT, SIGTERM). Resolves with the exit code. */
export async function runCollect(args: readonly string[]): Promise<number> {
  const flags = readFlags(args);
  if ("help" in flags) {
    console.log(USAGE);
    return DONE;
  }
  if ("fault" in flags) {
    console.error(`goeswith collect: ${flags.fault}\nSee goeswith collect --help.`);
    return WRONG_USE;
  }
  try {
    const stopped = untilTold();
    const collector = await start(flags.options);
    console.log(describe(collector, flags.options));
    await stopped;
    await collector.stop();
    console.log("Stopped. Everything taken is stored.");
    return DONE;
  } catch (error) {
    console.error(`goeswith collect: ${explainFailure(error, flags.options.data)}`);
    return FAILED;
  }
}

/** Loaded only now: what it needs is not installed with the widget. */
async function start(options: CollectorOptions): Promise<Collector> {
  const { startCollector } = await import("../startCollector.ts");
  return startCollector(options);
}

function untilTold(): Promise<void> {
  return new Promise((resolveNow) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolveNow());
  });
}

function describe({ events, report }: Collector, { data, token, origins, keep }: CollectorOptions): string {
  const readers = token === undefined ? "for this machine only" : "with ?token=…";
  return [
    `Events  ${events}/v1/events  from ${origins.length > 0 ? origins.join(", ") : "pages of this origin and of this machine"}`,
    `Report  ${report}/report  ${readers}`,
    `File    ${resolve(data)}`,
    `Kept    ${keep ? `for ${keep.amount}${keep.unit}, then as sums of months` : "for ever"}`,
  ].join("\n");
}
