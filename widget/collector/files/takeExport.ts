import { DuckDBInstance } from "@duckdb/node-api";
import { isRecord } from "../../browser/lib/isRecord.ts";
import { checkEvent } from "../checkEvent.ts";
import { idOf } from "../createIntake.ts";
import { EVENT, FIELDS } from "../store/duckdbTables.ts";
import type { EventStore, StoredEvent } from "../store/store.ts";
import type { FileForm } from "./fileLines.ts";
import type { TakeDeps } from "./takeLines.ts";

export interface ExportDeps extends Omit<TakeDeps, "intake"> {
  readonly store: Pick<EventStore, "insert">;
}

/** Rows that go to the store together. */
const AT_ONCE = 5000;
/** The row below the names. */
const FIRST_ROW = 2;

/** What a collector knows of an event beside the event. */
const KNOWN: ReadonlySet<string> = new Set(["arrival", "shop", "happened", "received", "skew"]);
const COLUMNS = Object.entries(EVENT).map(([column, type]) => ({ name: FIELDS[column] ?? column, type }));
const NEEDED = ["id", "type", "visit", "happened", "received", "skew"];

type Row = Readonly<Record<string, unknown>>;

/** Takes events out of what `goeswith export` wrote, as CSV or Parquet. @throws naming the columns it lacks. */
export async function takeExport(file: string, form: Exclude<FileForm, "lines" | "nothing">, deps: ExportDeps): Promise<void> {
  let number = FIRST_ROW;
  let held: { readonly line: number; readonly row: Row }[] = [];
  const settle = async () => {
    await takeRows(file, held, deps);
    held = [];
  };
  for await (const row of readRows(file, form)) {
    held.push({ line: number++, row });
    if (held.length >= AT_ONCE) await settle();
  }
  await settle();
}

async function* readRows(file: string, form: "csv" | "parquet"): AsyncGenerator<Row> {
  const path = `'${file.replaceAll("'", "''")}'`;
  const from =
    form === "parquet" ? `read_parquet(${path})` : `read_csv(${path}, header = true, all_varchar = true, quote = '"', escape = '"')`;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const found = (await connection.runAndReadAll(`describe from ${from}`)).getRows().map(([name]) => String(name));
    const missing = NEEDED.filter((name) => !found.includes(name));
    if (missing.length > 0)
      throw new Error(`${file}: it is no export of events: it lacks ${missing.join(", ")}\nfound:\n  ${found.join(", ")}`);
    const result = await connection.stream(`select to_json(t)::varchar from ${from} as t`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const [json] of chunk.getRows()) yield JSON.parse(String(json)) as Row;
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function takeRows(file: string, rows: readonly { readonly line: number; readonly row: Row }[], deps: ExportDeps): Promise<void> {
  const { store, tally, shop } = deps;
  const good = rows.flatMap(({ line, row }): (StoredEvent & { readonly line: number })[] => {
    const known = readKnown(row);
    const checked = checkEvent({ ...readFields(row), at: known.happened - known.skew });
    if (checked.ok && shop !== undefined && known.shop !== shop) deps.tally.elsewhere(1);
    else if (checked.ok && isWhole(known)) return [{ ...known, event: checked.event, line }];
    else tally.judged(file, line, { ...NONE, rejected: [{ id: idOf(row), reason: checked.ok ? "bad time" : checked.reason }] });
    return [];
  });
  const fresh = new Set(await store.insert({ events: good.map(({ line: _, ...event }) => event), drops: [] }));
  for (const { event, line } of good)
    tally.judged(file, line, { ...NONE, [fresh.delete(event.id) ? "accepted" : "duplicate"]: [event.id] });
}

const NONE = { accepted: [], duplicate: [], rejected: [] };

type Known = Omit<StoredEvent, "event">;

function readKnown(row: Row): Known {
  const [received, happened, skew] = ["received", "happened", "skew"].map((name) => Number(row[name] ?? NaN));
  return { shop: unguarded(row["shop"]), received: received ?? NaN, happened: happened ?? NaN, skew: skew ?? NaN };
}

const isWhole = ({ received, happened, skew }: Known): boolean => [received, happened, skew].every(Number.isSafeInteger);

function readFields(row: Row): Row {
  const fields = COLUMNS.filter(({ name }) => !KNOWN.has(name) && !isNothing(row[name])).map(({ name, type }) => [
    name,
    valueOf(row[name], type),
  ]);
  return Object.fromEntries(fields);
}

const isNothing = (cell: unknown): boolean => cell === undefined || cell === null || cell === "";

function valueOf(cell: unknown, type: unknown): unknown {
  if (type === "BIGINT") return typeof cell === "string" ? Number(cell) : cell;
  return type === "VARCHAR" ? unguarded(cell) : readLines(cell);
}

/** Lines are JSON in a cell, and a list of Parquet's own. Fields without a value are left out. */
function readLines(cell: unknown): unknown {
  try {
    const lines: unknown = typeof cell === "string" ? JSON.parse(cell) : cell;
    const filled = (line: unknown) =>
      isRecord(line) ? Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null)) : line;
    return Array.isArray(lines) ? lines.map(filled) : lines;
  } catch {
    return cell;
  }
}

/** Cells that a spreadsheet would take for a formula begin with an apostrophe of the export's. */
function unguarded(cell: unknown): string {
  const text = typeof cell === "string" ? cell : "";
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
