import type { DuckDBConnection, DuckDBPreparedStatement } from "@duckdb/node-api";
import { DuckDBInstance } from "@duckdb/node-api";
import type { ConfirmedOrder } from "../../types/confirmedOrder.ts";
import type { Arrivals, EventStore, StoredEvent } from "./store.ts";
import { readFigures } from "./duckdbFigures.ts";
import { CONFIRMED, EVENT, INSERT_CONFIRMED, INSERT_DROPS, INSERT_EVENTS, INSERT_UNKNOWN, LINE, TABLES } from "./duckdbTables.ts";
import { oneAtATime } from "./oneAtATime.ts";

/**
 * Keeps events in one DuckDB file, made if absent. Rejects when the file cannot be opened: another process has it, or it is
 * no database.
 */
export async function openDuckdb(file: string): Promise<EventStore> {
  const instance = await DuckDBInstance.create(file);
  const [writer, reader] = [await instance.connect(), await instance.connect()];
  const close = () => {
    for (const one of [writer, reader]) one.closeSync();
    instance.closeSync();
  };
  const { insertNew, newest } = await makeReady(writer).catch((error: unknown) => {
    close();
    throw error;
  });
  let arrival = newest;
  const write = oneAtATime();
  const read = oneAtATime();
  return {
    insert: ({ events, drops }) =>
      write(() => insertArrivals({ writer, insertNew, drops, rows: firstOfEach(events).map((stored) => toRow(stored, ++arrival)) })),
    confirm: (orders) =>
      write(() =>
        inTransaction(writer, async () => void (orders.length > 0 && (await writer.run(INSERT_CONFIRMED, [confirmedRows(orders)])))),
      ),
    figures: () => read(() => inTransaction(reader, () => readFigures(reader))),
    async stop() {
      await Promise.all([write(async () => insertNew.destroySync()), read(async () => undefined)]);
      close();
    },
  };
}

/** The tables, made or brought up to date. All of it or nothing: a file of something else is left as it is. */
function makeReady(writer: DuckDBConnection): Promise<{ readonly insertNew: DuckDBPreparedStatement; readonly newest: number }> {
  return inTransaction(writer, async () => {
    await writer.run(TABLES);
    const [row] = (await writer.runAndReadAll("select coalesce(max(arrival), 0)::double as n from events")).getRowObjects();
    return { insertNew: await writer.prepare(INSERT_EVENTS), newest: Number(row?.["n"]) };
  });
}

/** Whether the database has given itself up, as it does when the disk is full while it tidies its file, and has to be opened anew. */
export function isInvalidated(error: unknown): boolean {
  return error instanceof Error && /^FATAL Error|database has been invalidated/.test(error.message);
}

interface Insertion {
  readonly writer: DuckDBConnection;
  /** Fails where one of the ids is stored already. */
  readonly insertNew: DuckDBPreparedStatement;
  readonly rows: readonly { readonly id: string }[];
  readonly drops: Arrivals["drops"];
}

/** To look each id up costs more than to write the events, and hardly ever finds one: only when it does, all are looked up. */
async function insertArrivals({ writer, insertNew, rows, drops }: Insertion): Promise<ReadonlySet<string>> {
  const all = JSON.stringify(rows);
  const insertWith = (insertEvents: () => Promise<Iterable<string>>) =>
    inTransaction(writer, async () => {
      const fresh = rows.length > 0 ? await insertEvents() : [];
      if (drops.length > 0) await writer.run(INSERT_DROPS, [JSON.stringify(largest(drops))]);
      return new Set(fresh);
    });
  try {
    return await insertWith(async () => {
      insertNew.bindVarchar(1, all);
      await insertNew.run();
      return rows.map(({ id }) => id);
    });
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Constraint Error: Duplicate key"))) throw error;
    return insertWith(async () => (await writer.runAndReadAll(INSERT_UNKNOWN, [all])).getRows().map(([id]) => String(id)));
  }
}

/** One statement may not write an id twice. */
function firstOfEach(events: readonly StoredEvent[]): readonly StoredEvent[] {
  const first = new Map<string, StoredEvent>();
  for (const stored of events) if (!first.has(stored.event.id)) first.set(stored.event.id, stored);
  return [...first.values()];
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
function toRow({ event, ...known }: StoredEvent, arrival: number): { readonly id: string } {
  const fields: Readonly<Record<string, unknown>> = { ...event };
  const columns = fill(EVENT, {
    ...fields,
    ...{ ...known, arrival },
    ...{ page_view: fields["view"], place: fields["position"], counterpart: fields["for"] },
    ...{ price_of_other: fields["priceOfOther"], order_hash: fields["order"] },
    lines: "lines" in event ? event.lines.map((line) => fill(LINE, { ...line, price_of_other: line.priceOfOther })) : null,
  });
  return { ...columns, id: event.id };
}

/** As one JSON parameter. One statement may not write a row twice: of the same order the last is kept. */
function confirmedRows(orders: readonly ConfirmedOrder[]): string {
  const last = new Map(orders.map((order) => [JSON.stringify([order.shop, order.order]), order]));
  const rows = [...last.values()].map(({ order, at, isCancelled, mark, ...same }) =>
    fill(CONFIRMED, { ...same, ...mark, order_hash: order, happened: at, cancelled: isCancelled }),
  );
  return JSON.stringify(rows);
}

/** Every column by name, null where there is no value: the database takes a row that lacks a name for a broken one. */
function fill(shape: object, values: Readonly<Record<string, unknown>>): object {
  const filled: Record<string, unknown> = {};
  for (const name of Object.keys(shape)) filled[name] = values[name] ?? null;
  return filled;
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
