import type { DuckDBConnection } from "@duckdb/node-api";

/** Runs it in a transaction of the connection: all of what it changes comes, or nothing. */
export async function inTransaction<T>(connection: DuckDBConnection, run: () => Promise<T>): Promise<T> {
  await connection.run("begin transaction");
  try {
    const result = await run();
    await connection.run("commit");
    return result;
  } catch (error) {
    // A commit that failed has already ended the transaction; the first error is the one that matters.
    await connection.run("rollback").catch(() => undefined);
    throw error;
  }
}
