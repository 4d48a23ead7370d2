import type { DuckDBConnection } from "@duckdb/node-api";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Arrivals, EventStore, StoredEvent } from "./store.ts";
import { confirmOrders } from "./duckdbConfirm.ts";
import { readFigures } from "./duckdbFigures.ts";
import { EVENT, fill, INSERT_DROPS, INSERT_EVENTS, LINE, TABLES } from "./duckdbTables.ts";
import { oneAtATime } from "./oneAtATime.ts";

/**
 * Keeps events in one DuckDB file, made if absent. Rejects when the file cannot be opened: another process has it, or it is
 * no database.
 */
export async function openDuckdb(file: string): Promise<EventStore> {
  const instance = await DuckDBInstance.create(file);
  const [writer, reader] = [await instance.connect(), await instance.connect()];
  await writer.run(TABLES);
  const newest = (await writer.runAndReadAll("select coalesce(max(arrival), 0)::double as n from events")).getRowObjects()[0];
  let arrival = Number(newest?.["n"]);
  const write = oneAtATime();
  const read = oneAtATime();
  return {
    insert: ({ events, drops }) =>
      write(async () => {
        const rows = events.map((stored) => toRow(stored, ++arrival));
        return inTransaction(writer, async () => {
          const fresh = rows.length > 0 ? (await writer.runAndReadAll(INSERT_EVENTS, [JSON.stringify(rows)])).getRows() : [];
          if (drops.length > 0) await writer.run(INSERT_DROPS, [JSON.stringify(largest(drops))]);
          return new Set(fresh.map(([id]) => String(id)));
        });
      }),
    confirm: (orders) => write(() => inTransaction(writer, () => confirmOrders(writer, orders))),
    figures: () => read(() => inTransaction(reader, () => readFigures(reader))),
    async stop() {
      await Promise.all([write(async () => writer.closeSync()), read(async () => reader.closeSync())]);
      instance.closeSync();
    },
  };
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
