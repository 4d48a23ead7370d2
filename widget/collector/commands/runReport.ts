import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import type { BookQuestion } from "../../books/readBooks.ts";
import { BOOK_FLAGS, BOOK_USAGE, toBookChoice } from "./bookFlags.ts";
import { makeReport, type ReportSources } from "../files/makeReport.ts";
import { runCommand } from "./runCommand.ts";

const USAGE = `goeswith report: writes the report as one file that needs no collector and loads nothing.

  goeswith report FILE… --out report.html [--shop NAME] [--model DIR] [--experiment FILE] [--lang en|ru|pl] [--orders FILE… --shop NAME]

  FILE…             events: JSON lines that an endpoint appended (each the body of a request, or one event), also gzipped,
                    or events.csv or events.parquet of goeswith export
  --out FILE        the page; one that is there is replaced once the new one is whole
  --shop NAME       only this shop's events, and of lines that name none
  --model DIR       the folder goeswith train wrote, for the products' titles
  --experiment FILE as for goeswith collect
  --lang LANGUAGE   en, ru or pl; without it, whichever the reader's browser prefers
  --zone ZONE       where days begin, such as Europe/Berlin; without it, this machine's
  --orders FILE     the shop's own orders, as for goeswith import orders; may be given several times
${BOOK_USAGE}
  --help

The same events give the same figures as in the collector's report. An event that comes twice counts once.`;

const LANGUAGES = ["en", "ru", "pl"];

interface Options extends ReportSources {
  readonly out: string;
}

/** `goeswith report`. Resolves with the exit code. */
export function runReport(args: readonly string[]): Promise<number> {
  return runCommand({ name: "report", usage: USAGE, read, run }, args);
}

function read(args: readonly string[]): Options | undefined {
  const text = { type: "string" } as const;
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ out: text, shop: text, model: text, experiment: text, lang: text, zone: text },
      orders: { type: "string", multiple: true, default: [] },
      ...BOOK_FLAGS,
      help: { type: "boolean" },
    },
  });
  if (values.help) return undefined;
  const { out, shop, model, experiment, lang, zone = localZone() } = values;
  if (files.length === 0) throw new Error("FILE… is needed, the events");
  if (!out) throw new Error("--out FILE is needed");
  if (lang !== undefined && !LANGUAGES.includes(lang)) throw new Error(`--lang ${lang}: one of ${LANGUAGES.join(", ")} is needed`);
  if (!isZone(zone)) throw new Error(`--zone ${zone}: a time zone such as Europe/Berlin is needed`);
  const books = toBooks(values.orders, shop, values);
  return { files, out, zone, shop, model, experiment, lang, ...(books && { books }) };
}

function toBooks(files: readonly string[], shop: string | undefined, values: Parameters<typeof toBookChoice>[0]): BookQuestion | undefined {
  if (files.length === 0) return undefined;
  if (!shop) throw new Error("--orders needs --shop NAME: order ids are hashed with it, as the browser does");
  return { files, shop, ...toBookChoice(values) };
}

const localZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

async function run({ out, ...sources }: Options): Promise<void> {
  const { page, told } = await makeReport(sources);
  await mkdir(dirname(out), { recursive: true });
  const draft = `${out}.writing`;
  try {
    await writeFile(draft, page);
    await rename(draft, out);
  } finally {
    await rm(draft, { force: true });
  }
  console.log(`${told}\n${out}: ${(page.length / 1024).toFixed(0)} kB`);
}
