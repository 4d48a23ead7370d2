// oxlint-disable vitest/expect-expect -- prints figures and asserts none: what they are depends on the machine
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import { inFolder } from "./inFolder.ts";
import { type Measured, builtCommand, runMeasured } from "./runMeasured.ts";
import { type HistoryShape, writeHistory } from "./writeHistory.ts";

const COUNT_BARE = fileURLToPath(new URL("./countBare.mjs", import.meta.url));
const LARGE = { lines: 5_000_000, products: 20_000 };
/** Beside the large ones these show how time and memory grow with lines and with products. */
const SHAPES: readonly HistoryShape[] = [
  { lines: 1_000_000, products: 2_000 },
  { lines: 1_000_000, products: 20_000 },
  { lines: 2_000_000, products: 20_000 },
  LARGE,
  { lines: 5_000_000, products: 100_000 },
  ...(process.env["GOESWITH_BENCH_FULL"] ? [{ lines: 30_000_000, products: 100_000 }] : []),
];
const RUNS = 3;
const HOUR_MS = 3_600_000;

interface Run {
  /** Of the machine, before. */
  readonly load: number;
  readonly bare: Measured;
  readonly train: Measured;
}

const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** The bare query and the training in turns, so that both meet the same machine. */
async function compare(folder: string, shape: HistoryShape): Promise<readonly Run[]> {
  const file = join(folder, "orders.csv");
  writeHistory(file, shape);
  const runs: Run[] = [];
  // Longer runs vary less.
  for (let at = 0; at < (shape.lines > LARGE.lines ? 1 : RUNS); at++) {
    const [load = 0] = loadavg();
    const bare = await runMeasured(COUNT_BARE, [file, join(folder, "spill")]);
    // Each run has a folder of its own: where a model already stands, nothing is written.
    const train = await runMeasured(builtCommand(), ["train", "--verbose", "--orders", file, "--out", join(folder, `model${at}`)]);
    runs.push({ load, bare, train });
  }
  return runs;
}

const quickest = (runs: readonly Measured[]): Measured => runs.reduce((best, one) => (one.seconds < best.seconds ? one : best));

function rowOf({ lines, products }: HistoryShape, runs: readonly Run[]) {
  const [bare, train] = [quickest(runs.map((run) => run.bare)), quickest(runs.map((run) => run.train))];
  return {
    lines,
    products,
    "bare s": round(bare.seconds),
    "train s": round(train.seconds),
    ratio: round(train.seconds / bare.seconds, 2),
    "bare CPU s": round(bare.busy),
    "train CPU s": round(train.busy),
    "bare MB": round(bare.peak, 0),
    "train MB": round(Math.max(...runs.map((run) => run.train.peak)), 0),
    load: round(Math.max(...runs.map(({ load }) => load))),
  };
}

/** Seconds of each phase, as `--verbose` tells them. */
function phasesOf({ lines, products }: HistoryShape, { said, seconds }: Measured) {
  const phases = said.map(([from, line], at) => {
    const name = line.replace(/^\d+ \w+ /, "").replace(/^reading .*/, "reading");
    return [name, round((said[at + 1]?.[0] ?? seconds) - from, 2)] as const;
  });
  return { lines, products, "to start": round(said[0]?.[0] ?? 0, 2), ...Object.fromEntries(phases) };
}

test("training: the whole of it beside DuckDB's bare count of the pairs of the same file", { timeout: HOUR_MS }, async () => {
  const rows: object[] = [];
  const phases: object[] = [];
  for (const shape of SHAPES) {
    const runs = await inFolder((folder) => compare(folder, shape));
    rows.push(rowOf(shape, runs));
    phases.push(phasesOf(shape, quickest(runs.map((run) => run.train))));
  }
  console.table(rows);
  console.table(phases);
});
