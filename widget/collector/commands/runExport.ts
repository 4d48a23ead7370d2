import { rename, mkdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Whereabouts } from "./reachStore.ts";
import { reachStore } from "./reachStore.ts";
import { runCommand } from "./runCommand.ts";
import type { Exporting } from "../store/store.ts";
import { STORE_FLAGS, STORE_USAGE, toWhereabouts } from "./whereabouts.ts";

const USAGE = `goeswith export: writes events and confirmed orders to files.

  goeswith export --out DIR [--format csv|parquet] [--data events.duckdb | --collector URL [--token T]]
  goeswith export --out FILE --table events|orders [--format csv|parquet] …

  --out DIR|FILE    the folder for events.csv and orders.csv (or .parquet), made if absent; with --table, one file.
                    Files that are there are replaced once the new ones are whole
  --table NAME      events or orders; without it, both
  --format NAME     csv (for spreadsheets too: no cell is taken for a formula) or parquet. Without it, as the file's name ends, else csv
${STORE_USAGE}
  --help

Visit, person, order and customer ids are personal data: keep the files as you keep the collector's.`;

type Table = Exporting["table"];
type Format = Exporting["format"];

interface Options extends Whereabouts {
  readonly out: string;
  readonly table?: Table;
  readonly format?: Format;
}

/** `goeswith export`. Resolves with the exit code. */
export function runExport(args: readonly string[]): Promise<number> {
  return runCommand({ name: "export", usage: USAGE, read, run }, args);
}

function read(args: readonly string[]): Options | undefined {
  const text = { type: "string" } as const;
  const options = { out: text, table: text, format: text, ...STORE_FLAGS, help: { type: "boolean" } } as const;
  const { out, table, format, help, ...store } = parseArgs({ args: [...args], options }).values;
  if (help) return undefined;
  if (!out) throw new Error("--out DIR or FILE is needed");
  if (table !== undefined && table !== "events" && table !== "orders") throw new Error(`--table ${table}: events or orders is needed`);
  if (format !== undefined && format !== "csv" && format !== "parquet") throw new Error(`--format ${format}: csv or parquet is needed`);
  if (table === undefined && endOf(out)) throw new Error(`--out ${out}: --table events or orders says what goes into one file`);
  return { out, ...(table && { table }), ...(format && { format }), ...toWhereabouts(store) };
}

const endOf = (file: string): Format | undefined => (["csv", "parquet"] as const).find((end) => file.endsWith(`.${end}`));

async function run({ out, table, format, ...where }: Options): Promise<void> {
  const isOneFile = table !== undefined && !out.endsWith("/") && !(await isFolder(out));
  const form = format ?? (isOneFile ? endOf(out) : undefined) ?? "csv";
  const files: readonly Exporting[] = isOneFile
    ? [{ table, format: form, file: out }]
    : (table ? [table] : (["events", "orders"] as const)).map((one) => ({ table: one, format: form, file: join(out, `${one}.${form}`) }));
  const store = await reachStore(where);
  try {
    await mkdir(isOneFile ? dirname(out) : out, { recursive: true });
    for (const what of files) {
      const draft = `${what.file}.writing`;
      await store.export({ ...what, file: draft }).catch(async (error: unknown) => {
        await rm(draft, { force: true });
        throw error;
      });
      await rename(draft, what.file);
      console.log(`${what.table}: ${what.file}`);
    }
  } finally {
    await store.stop();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
