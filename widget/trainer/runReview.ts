import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { openModelFolder } from "./asking/openModelFolder.ts";
import { readShop } from "./asking/readShop.ts";
import { SHEET } from "./rules/readSheet.ts";
import { reviewModel } from "./asking/reviewModel.ts";
import type { SheetRow } from "./asking/reviewRows.ts";
import { csvCell } from "./rules/sheetCells.ts";
import { mindTemporary } from "./reading/temporary.ts";

const REVIEW_HELP = `goeswith review --model DIR [--csv] [--out FILE] [--config FILE] [--delimiter SIGN]

Writes a sheet for a spreadsheet: every product with what its page would offer, by the very code the browser uses, why, on what evidence,
and three columns to be marked with x:

  accept   it is right; nothing changes
  never    this is never offered where that product is
  pin      this comes first; write another offered id, and with or instead as kind, to pin something else

The edited sheet is a file of rules: goeswith train … --rules FILE. An apostrophe before an id keeps spreadsheets from changing it.

  --model DIR        folder of the model files
  --csv              the form of the sheet, which is the only one there is
  --out FILE         where it goes (standard output)
  --config FILE      a goeswith.json whose price band, "popular" and rules count; without it the rules that the model carries do
  --delimiter SIGN   between cells (,); a spreadsheet of a language with decimal commas opens ; by itself, or "tab"`;

const BOM = "\uFEFF";
const DELIMITERS: Readonly<Record<string, string>> = { ",": ",", ";": ";", tab: "\t" };

/** `goeswith review`. @throws when an option is wrong, there is no model, or the file cannot be written. */
export async function runReview(args: readonly string[], output: NodeJS.WritableStream = process.stdout): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: "string" },
      csv: { type: "boolean" },
      out: { type: "string" },
      config: { type: "string" },
      delimiter: { type: "string", default: "," },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(REVIEW_HELP);
    return 0;
  }
  const { model: folder, out } = values;
  if (!folder) throw new Error("--model DIR is needed");
  const delimiter = Object.hasOwn(DELIMITERS, values.delimiter) ? DELIMITERS[values.delimiter] : undefined;
  if (!delimiter) throw new Error(`--delimiter ${values.delimiter}: "," or ";" or tab is needed`);
  const { manifest } = await (await openModelFolder(folder)).load([]);
  const products = reviewModel(folder, manifest, await readShop(values.config));
  const lines = Readable.from(linesOf(products, delimiter));
  if (out === undefined) await pipeline(lines, output, { end: false }).catch(unlessClosed);
  else await writeWhole(out, lines);
  return 0;
}

async function* linesOf(products: AsyncIterable<readonly SheetRow[]>, delimiter: string): AsyncGenerator<string> {
  const line = (cells: SheetRow) => `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
  yield BOM + line(SHEET);
  for await (const rows of products) yield rows.map(line).join("");
}

/** A sheet that could not be finished is none. */
async function writeWhole(file: string, lines: Readable): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already, perhaps with marks; name another file`);
  const draft = `${file}.writing`;
  const stopMinding = mindTemporary(draft);
  try {
    await pipeline(lines, createWriteStream(draft));
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
    stopMinding();
  }
}

/** Whoever reads may have had enough: `| head`. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
