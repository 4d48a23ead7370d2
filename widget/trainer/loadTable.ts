import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Column, findColumns } from "./columns.ts";
import { type Database, named, quoted } from "./database.ts";
import { type Header, readHeader } from "./readHeader.ts";

/** A row of a file that could not be read: where it stands and what is wrong with it. */
export interface BadRow {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

export interface Loading {
  readonly database: Database;
  readonly file: string;
  /** Name of the table to make, with one text column per wanted column, named by its `key`; one that the file lacks is null. */
  readonly table: string;
  readonly wanted: readonly Column[];
  /** Columns that are wanted beside these where the file has them. */
  also?(found: readonly string[]): readonly Column[];
}

/**
 * Reads CSV, gzipped CSV (any of comma, semicolon, tab, bar; UTF-8, UTF-16, Windows-1252) or Parquet into a table.
 * Returns the rows that were left out. @throws on a missing column, an unclosed quote or a file that cannot be read.
 */
export async function loadTable(loading: Loading): Promise<readonly BadRow[]> {
  const { database, file, table, also } = loading;
  const header = await readHeader(file);
  const empty = header.form === "csv" && !header.columns.length;
  const columns = header.form === "parquet" ? await parquetColumns(database, file) : header.columns;
  const wanted = [...loading.wanted, ...(also?.(columns) ?? [])];
  const places = empty ? new Map<string, string>() : findColumns(file, columns, wanted);
  const select = wanted.map(({ key }) => {
    const column = places.get(key);
    return `${column === undefined ? "null" : named(column)}::varchar as ${named(key)}`;
  });
  const sql = (from: string) => `create or replace table ${table} as select ${select.join(", ")} ${from}`;
  if (header.form === "csv" && !empty) return loadCsv({ ...loading, header, sql });
  await database.run(sql(empty ? "where false" : `from read_parquet(${quoted(file)})`));
  return [];
}

interface CsvLoading extends Loading {
  readonly header: Header;
  readonly sql: (from: string) => string;
}

async function loadCsv(loading: CsvLoading): Promise<readonly BadRow[]> {
  const { file, header } = loading;
  if (header.encoding !== "utf-8" || header.mixedEnds) return readCsv(loading, await recode(loading, header.encoding));
  const bad = await readCsv(loading, file).catch(() => undefined);
  // Line ends may begin to differ further down.
  if (!bad) return readCsv(loading, await recode(loading, "utf-8"));
  return bad.some(({ what }) => what === "INVALID ENCODING") ? readCsv(loading, await recode(loading, "windows-1252")) : bad;
}

async function readCsv(loading: CsvLoading, from: string): Promise<readonly BadRow[]> {
  const { database, file, header, sql } = loading;
  const columns = header.columns.map((column) => `${quoted(column)}: 'VARCHAR'`).join(", ");
  const compression = header.gzip && from === file ? "gzip" : "none";
  const how = `auto_detect = false, header = true, delim = ${quoted(header.delimiter)}, quote = '"', escape = '"', compression = '${compression}'`;
  await database.run("drop table if exists reject_errors; drop table if exists reject_scans");
  await database.run(sql(`from read_csv(${quoted(from)}, ${how}, columns = {${columns}}, store_rejects = true)`));
  const rows = await database.rows("select line::integer, any_value(error_type)::varchar from reject_errors group by line order by line");
  const bad = rows.map(([line, what]) => ({ file, line: Number(line), what: String(what) }));
  const unclosed = bad.find(({ what }) => what === "UNQUOTED VALUE");
  if (unclosed) throw new Error(`${file}, line ${unclosed.line}: a quote is opened and not closed`);
  return bad;
}

/** The same text as UTF-8 with one kind of line end, in a file that goes away with the database. */
async function recode({ database, file, header, table }: CsvLoading, encoding: string): Promise<string> {
  const to = join(database.folder, `${table}.csv`);
  const bytes = header.gzip ? createReadStream(file).pipe(createGunzip()) : createReadStream(file);
  await pipeline(Readable.from(plainLines(bytes, new TextDecoder(encoding))), createWriteStream(to));
  return to;
}

async function* plainLines(bytes: AsyncIterable<unknown>, decoder: TextDecoder): AsyncGenerator<string> {
  // A CR at the end of a chunk waits for the LF that may follow it.
  let held = "";
  for await (const chunk of bytes) {
    const text = held + decoder.decode(chunk as Uint8Array, { stream: true });
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n");
  }
  yield (held + decoder.decode()).replace(/\r\n?/g, "\n");
}

async function parquetColumns(database: Database, file: string): Promise<readonly string[]> {
  const rows = await database.rows(`describe select * from read_parquet(${quoted(file)})`);
  return rows.map(([name]) => String(name));
}
