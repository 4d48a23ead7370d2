import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Arrivals, EventStore, Removed, StoredEvent, StoreSize } from "./store.ts";
import { confirmOrders } from "./duckdbConfirm.ts";
import { exportTable } from "./duckdbExport.ts";
import { readFigures } from "./duckdbFigures.ts";
import { copyAside, openFile, takeCopy } from "./duckdbFile.ts";
import { removeRows } from "./duckdbForget.ts";
import { condenseRows } from "./duckdbMonths.ts";
import { CHECK, EVENT, fill, INSERT_DROPS, INSERT_EVENTS, LINE } from "./duckdbTables.ts";
import { oneAtATime } from "./oneAtATime.ts";

/**
 * Keeps events in one DuckDB file, made if absent. Rejects when the file cannot be opened: another process has it, or it is
 * no database.
 */
export async function openDuckdb(file: string): Promise<EventStore> {
  let db = await openFile(file);
  const newest = (await db.writer.runAndReadAll("select coalesce(max(arrival), 0)::double as n from events")).getRowObjects()[0];
  let arrival = Number(newest?.["n"]);
  const write = oneAtATime();
  const [read, removal] = [oneAtATime(), oneAtATime()];
  const change = <T>(run: (connection: DuckDBConnection) => Promise<T>) => write(() => inTransaction(db.writer, () => run(db.writer)));
  const isOnDisk = file !== ":memory:";
  /** Removed rows are in the file until it is written anew. Events come in during the long part of that. */
  const remove = (run: (connection: DuckDBConnection) => Promise<Removed>, always: boolean) =>
    removal(async () => {
      const removed = await change(run);
      const isDue = always || db.wasBrokenOff || Object.values(removed).some((count: number) => count > 0);
      if (!isDue || !isOnDisk) return removed;
      await copyAside(db, file);
      await write(() => read(async () => void (db = await takeCopy(db, file))));
      return removed;
    });
  return {
    insert: ({ events, drops }) =>
      change((connection) =>
        insertArrivals(
          connection,
          events.map((stored) => toRow(stored, ++arrival)),
          drops,
        ),
      ),
    confirm: (orders) => change((connection) => confirmOrders(connection, orders)),
    figures: () => read(() => inTransaction(db.reader, () => readFigures(db.reader))),
    forget: (what) => remove((connection) => removeRows(connection, what), true),
    condense: (before) => remove((connection) => condenseRows(connection, before), false),
    export: (what) => read(() => exportTable(db.reader, what)),
    check: () => change(async (connection) => void (await connection.run(CHECK))),
    size: () => read(() => measure(db.reader, file)),
    stop: () => removal(() => write(() => read(async () => db.close()))),
  };
}

async function insertArrivals(
  connection: DuckDBConnection,
  rows: readonly object[],
  drops: Arrivals["drops"],
): Promise<ReadonlySet<string>> {
  const fresh = rows.length > 0 ? (await connection.runAndReadAll(INSERT_EVENTS, [JSON.stringify(rows)])).getRows() : [];
  if (drops.length > 0) await connection.run(INSERT_DROPS, [JSON.stringify(largest(drops))]);
  return new Set(fresh.map(([id]) => String(id)));
}

async function inTransaction<T>(connection: DuckDBConnection, run: () => Promise<T>): Promise<T> {
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

async function measure(connection: DuckDBConnection, file: string): Promise<StoreSize> {
  const counted = (await connection.runAndReadAll("select count(*)::double from events")).getRows()[0]?.[0];
  const sizes = await Promise.all([file, `${file}.wal`].map((path) => stat(path).catch(() => undefined)));
  return { events: Number(counted), bytes: sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0) };
}

/** The columns of an event, whatever its type; SQL has its own names for the fields it reserves. */
function toRow({ event, ...known }: StoredEvent, arrival: number): object {
  const fields: Readonly<Record<string, unknown>> = { ...event };
  return fill(EVENT, {
    ...fields,
    ...{ ...known, arrival },
    ...{ page_view: fields["view"], place: fields["position"], counterpart: fields["for"] },
    ...{ price_of_other: fields["priceOfOther"], order_hash: fields["order"] },
    lines: "lines" in event ? event.lines.map((line) => fill(LINE, { ...line, price_of_other: line.priceOfOther })) : null,
  });
}

/** One statement may not update a row twice: of the same drop in several tries, the largest count is kept. */
function largest(drops: Arrivals["drops"]): Arrivals["drops"] {
  const kept = new Map<string, Arrivals["drops"][number]>();
  for (const drop of drops) {
    const key = JSON.stringify([drop.shop, drop.batch, drop.reason]);
    if (drop.count > (kept.get(key)?.count ?? 0)) kept.set(key, drop);
  }
  return [...kept.values()];
}
