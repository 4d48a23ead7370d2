/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { History } from "./history.ts";

/** Rows of CSV that are handed on at once. */
const BLOCK = 4096;

/** Writes what was counted as a file that `--pairs` takes, gzipped where its name ends in `.gz`; it appears when it is complete. */
export async function writePairs(file: string, history: History): Promise<void> {
  const draft = `${file}.writing`;
  try {
    const steps = file.endsWith(".gz") ? [createGzip()] : [];
    await pipeline([Readable.from(blocks(history)), ...steps, createWriteStream(draft)]);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

function* blocks(history: History): Generator<string> {
  let text = "";
  let rows = 0;
  for (const row of rowsOf(history)) {
    text += row;
    if (++rows % BLOCK) continue;
    yield text;
    text = "";
  }
  yield text;
}

function* rowsOf({ ids, orders, mass, unit, counts, masses, pairs }: History): Generator<string> {
  const names = ids.map((id) => (/[",;\t|\r\n]|^\s|\s$/.test(id) ? `"${id.replaceAll('"', '""')}"` : id));
  const line = (items: string, n: number, of: number) => `${items},${n}${unit === 1 ? "" : `,${of / unit}`}\n`;
  yield unit === 1 ? "item_a,item_b,orders\n" : "item_a,item_b,orders,weight\n";
  yield line(",", orders, mass);
  for (let i = 0; i < names.length; i++) yield line(`${names[i]!},`, counts[i]!, masses[i]!);
  for (let i = 0; i < names.length; i++) {
    for (let at = pairs.starts[i]!; at < pairs.starts[i + 1]!; at++) {
      const j = pairs.others[at]!;
      if (i < j) yield line(`${names[i]!},${names[j]!}`, pairs.counts[at]!, pairs.masses[at]!);
    }
  }
}
