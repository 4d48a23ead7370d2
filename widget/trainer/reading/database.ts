import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBDataChunk, DuckDBIntegerVector, DuckDBValue } from "@duckdb/node-api";
import { mindTemporary } from "./temporary.ts";

/** An in-memory DuckDB with a folder of its own for what does not fit into memory. */
export interface Database {
  /** Folder for files that are needed only while the database is open. */
  readonly folder: string;
  run(sql: string): Promise<void>;
  /** All rows of an answer, as arrays of values. */
  rows(sql: string): Promise<readonly (readonly DuckDBValue[])[]>;
  /** The rows of an answer one after the other, without holding them all. */
  each(sql: string, take: (row: readonly DuckDBValue[]) => void): Promise<void>;
  /** The columns of an answer, all of them 32-bit whole numbers, a few thousand rows at a time. */
  eachInts(sql: string, take: (columns: readonly Int32Array[]) => void): Promise<void>;
  /** Fills a new table of texts. */
  fill(table: string, columns: readonly string[], rows: Iterable<readonly string[]>): Promise<void>;
  /** How much of the statement that is running is done, 0 to 1. */
  done(): number | undefined;
  close(): Promise<void>;
}

/** What the rest of the process needs comes on top of it. */
const MEMORY = "1GB";

/** @throws when the optional peer `@duckdb/node-api` is not installed. */
export async function openDatabase(memory = MEMORY): Promise<Database> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const folder = await mkdtemp(join(tmpdir(), "goeswith-"));
  const stopMinding = mindTemporary(folder);
  const instance = await DuckDBInstance.create(":memory:", { temp_directory: join(folder, "spill"), memory_limit: memory });
  const connection = await instance.connect();
  // Without compression tables in memory take several times the room.
  await connection.run("attach ':memory:' as packed (compress); use packed");
  await connection.run(
    "set TimeZone = 'UTC'; set enable_progress_bar = true; set enable_progress_bar_print = false; set progress_bar_time = 0",
  );
  return {
    folder,
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    each: (sql, take) => eachChunk(connection, sql, (chunk) => chunk.getRows().forEach(take)),
    eachInts: (sql, take) => eachChunk(connection, sql, (chunk) => take(intsOf(chunk))),
    fill: (table, columns, rows) => fillTable(connection, { table, columns, rows }),
    done: () => {
      const { percentage } = connection.progress;
      return percentage < 0 ? undefined : percentage / 100;
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
      stopMinding();
    },
  };
}

async function eachChunk(connection: DuckDBConnection, sql: string, take: (chunk: DuckDBDataChunk) => void): Promise<void> {
  const result = await connection.stream(sql);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) take(chunk);
}

function intsOf(chunk: DuckDBDataChunk): readonly Int32Array[] {
  return Array.from({ length: chunk.columnCount }, (_, column) => {
    const vector = chunk.getColumnVector(column) as DuckDBIntegerVector;
    const ints = new Int32Array(chunk.rowCount);
    for (let row = 0; row < ints.length; row++) ints[row] = vector.getItem(row) ?? 0;
    return ints;
  });
}

interface Filling {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

async function fillTable(connection: DuckDBConnection, { table, columns, rows }: Filling): Promise<void> {
  await connection.run(`create table ${table} (${columns.map((column) => `${column} varchar`).join(", ")})`);
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const value of row) appender.appendVarchar(value);
    appender.endRow();
  }
  appender.closeSync();
}

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A column's name as SQL writes it. */
export const named = (column: string): string => `"${column.replaceAll('"', '""')}"`;
