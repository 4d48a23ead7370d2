import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

/** An in-memory DuckDB with a folder of its own for what does not fit into memory. */
export interface Database {
  /** Folder for files that are needed only while the database is open. */
  readonly folder: string;
  run(sql: string): Promise<void>;
  /** All rows of an answer, as arrays of values. */
  rows(sql: string): Promise<readonly (readonly DuckDBValue[])[]>;
  /** The rows of an answer one after the other, without holding them all. */
  each(sql: string, take: (row: readonly DuckDBValue[]) => void): Promise<void>;
  /** Fills a new table of texts. */
  fill(table: string, columns: readonly string[], rows: Iterable<readonly string[]>): Promise<void>;
  close(): Promise<void>;
}

/** @throws when the optional peer `@duckdb/node-api` is not installed. */
export async function openDatabase(): Promise<Database> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const folder = await mkdtemp(join(tmpdir(), "goeswith-"));
  const instance = await DuckDBInstance.create(":memory:", { temp_directory: join(folder, "spill") });
  const connection = await instance.connect();
  return {
    folder,
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    each: (sql, take) => eachRow(connection, sql, take),
    fill: (table, columns, rows) => fillTable(connection, { table, columns, rows }),
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function eachRow(connection: DuckDBConnection, sql: string, take: (row: readonly DuckDBValue[]) => void): Promise<void> {
  const result = await connection.stream(sql);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const row of chunk.getRows()) take(row);
  }
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
