import { DuckDBInstance } from "@duckdb/node-api";

/** The id of every row of events, read past the index that is meant to keep them apart. */
export async function storedIds(file: string): Promise<readonly string[]> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll("select id from events")).getRows();
  connection.closeSync();
  instance.closeSync();
  return rows.map(([id]) => String(id));
}
