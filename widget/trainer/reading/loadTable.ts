import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Column, findColumns } from "./columns.ts";
import { type Database, named, quoted } from "./database.ts";
import { type BadRow, WRONG_ENCODING, readCsv } from "./readCsv.ts";
import type { JsonShape } from "./jsonLines.ts";
import { type Header, readHeader } from "./readHeader.ts";
import { type Encoding, recode, recodeJson } from "./recode.ts";

export interface Loading {
  readonly database: Database;
  readonly file: string;
  /** What messages call the file, where it is a copy. */
  readonly name?: string;
  /** Name of the table to make, with one text column per wanted column, named by its `key`; one that the file lacks is null. */
  readonly table: string;
  readonly wanted: readonly Column[] | ((header: Header) => readonly Column[]);
  /** What JSON lines are built like, where their start need not show it. */
  readonly lines?: JsonShape;
  /** Columns that are wanted beside these where the file has them. */
  also?(found: readonly string[]): readonly Column[];
  /** What the table has instead of those, as SQL; `places` are the names of the columns found, as SQL, by key. JSON lines have `line`, too. */
  select?(places: ReadonlyMap<string, string>, header: Header): string;
}

export interface Loaded {
  readonly header: Header;
  /** The file's own names of the wanted columns, by key. */
  readonly places: ReadonlyMap<string, string>;
  /** Rows that were left out. */
  readonly bad: readonly BadRow[];
}

/**
 * Reads CSV (any of comma, semicolon, tab, bar; UTF-8, UTF-16, Windows-1252), JSON lines, both also gzipped, or Parquet into a table.
 * Returns the rows that were left out. @throws on a missing column, an unclosed quote or a file that cannot be read.
 */
export async function loadTable(loading: Loading): Promise<readonly BadRow[]> {
  return (await loadFile(loading)).bad;
}

/** The same, returning also what the file is like. */
export async function loadFile(loading: Loading): Promise<Loaded> {
  const { database, file, name = file, also } = loading;
  const found = await readHeader(file);
  const columns = found.form === "parquet" ? { columns: await parquetColumns(database, file) } : found.form === "json" && loading.lines;
  const header = { ...found, ...columns };
  const fixed = typeof loading.wanted === "function" ? loading.wanted(header) : loading.wanted;
  const wanted = [...fixed, ...(also?.(header.columns) ?? [])];
  const isEmpty = header.form !== "parquet" && !header.columns.length;
  const places = isEmpty ? new Map<string, string>() : findColumns(name, header.columns, wanted);
  const source: Source = { ...loading, name, header, sql: statement(loading, { header, places, wanted }) };
  const bad = isEmpty ? await loadNothing(source) : await LOADERS[header.form](source, places);
  return { header, places, bad };
}

interface Source extends Loading {
  readonly name: string;
  readonly header: Header;
  readonly sql: (from: string) => string;
}

type Places = ReadonlyMap<string, string>;

interface Found {
  readonly header: Header;
  readonly places: Places;
  readonly wanted: readonly Column[];
}

function statement({ table, select }: Loading, { header, places, wanted }: Found): Source["sql"] {
  const columns = wanted.map(({ key }) => `${places.has(key) ? named(places.get(key) ?? "") : "null"}::varchar as ${named(key)}`);
  const list = select?.(new Map([...places].map(([key, column]) => [key, named(column)])), header) ?? columns.join(", ");
  return (from) => `create or replace table ${table} as select ${list} ${from}`;
}

const LOADERS: Record<Header["form"], (source: Source, places: Places) => Promise<readonly BadRow[]>> = {
  csv: loadCsv,
  json: loadJson,
  parquet: loadParquet,
};

async function loadNothing({ database, header, sql }: Source): Promise<readonly BadRow[]> {
  await database.run(sql(`from (select ${header.form === "json" ? "null::varchar as line" : "1"} where false)`));
  return [];
}

async function loadParquet({ database, file, header, sql }: Source): Promise<readonly BadRow[]> {
  const columns = header.columns.map((column) => `${named(column)}::varchar as ${named(column)}`);
  await database.run(sql(`from (select ${columns.join(", ")} from read_parquet(${quoted(file)}))`));
  return [];
}

async function loadJson(source: Source, places: Places): Promise<readonly BadRow[]> {
  const { database, file, name, header, table } = source;
  const to = join(database.folder, `${table}.csv`);
  const columns = [...new Set(places.values())];
  const bad = await recodeJson({ ...header, file, to }, { ...header, columns });
  const csv: Header = { ...header, form: "csv", columns: ["line", ...columns], mixedEnds: false, gzip: false };
  await readCsv({ ...source, header: csv }, to);
  await rm(to);
  return bad.map((line) => ({ file: name, line, what: "not a JSON object" }));
}

async function loadCsv(source: Source): Promise<readonly BadRow[]> {
  const { file, header } = source;
  if (header.encoding !== "utf-8" || header.mixedEnds) return readRecoded(source, header.encoding);
  const bad = await readCsv(source, file).catch(() => undefined);
  // Line ends may begin to differ further down.
  if (!bad) return readRecoded(source, "utf-8");
  return bad.some(({ what }) => what === WRONG_ENCODING) ? readRecoded(source, "mixed") : bad;
}

async function readRecoded(source: Source, encoding: Encoding): Promise<readonly BadRow[]> {
  const { database, file, header, table } = source;
  const to = join(database.folder, `${table}.csv`);
  await recode({ file, gzip: header.gzip, encoding, to });
  const bad = await readCsv({ ...source, header: { ...header, gzip: false } }, to);
  await rm(to);
  return bad;
}

async function parquetColumns(database: Database, file: string): Promise<readonly string[]> {
  const rows = await database.rows(`describe select * from read_parquet(${quoted(file)})`);
  return rows.map(([name]) => String(name));
}
