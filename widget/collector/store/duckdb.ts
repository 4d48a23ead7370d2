import { stat } from "node:fs/promises";
import type { DuckDBConnection, DuckDBPreparedStatement } from "@duckdb/node-api";
import type { SwitchState } from "../../types/lift.ts";
import type { Arrivals, EventStore, Removed, StoredEvent, StoreSize } from "./store.ts";
import { confirmOrders } from "./duckdbConfirm.ts";
import { exportTable } from "./duckdbExport.ts";
import { readFigures } from "./duckdbFigures.ts";
import { copyAside, openFile, takeCopy } from "./duckdbFile.ts";
import { removeRows } from "./duckdbForget.ts";
import { condenseRows } from "./duckdbMonths.ts";
import { CHECK, EVENT, fill, INSERT_DROPS, INSERT_SWITCH, INSERT_UNKNOWN, LINE, SWITCH, SWITCHES } from "./duckdbTables.ts";
import { inTransaction } from "./inTransaction.ts";
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
      write(() => insertArrivals({ ...db, drops, rows: firstOfEach(events).map((stored) => toRow(stored, ++arrival)) })),
    confirm: (orders) => change((connection) => confirmOrders(connection, orders)),
    keepSwitch: ({ at, decidedAt, ...state }) =>
      change(async (connection) => {
        await connection.run(INSERT_SWITCH, [JSON.stringify([fill(SWITCH, { ...state, happened: at, decided: decidedAt })])]);
      }),
    switches: () => read(async () => (await db.reader.runAndReadAll(SWITCHES)).getRowObjects().map(toState)),
    figures: () => read(() => inTransaction(db.reader, () => readFigures(db.reader))),
    forget: (what) => remove((connection) => removeRows(connection, what), true),
    condense: (before) => remove((connection) => condenseRows(connection, before), false),
    export: (what) => read(() => exportTable(db.reader, what)),
    check: () => change(async (connection) => void (await connection.run(CHECK))),
    size: () => read(() => measure(db.reader, file)),
    stop: () => removal(() => write(() => read(async () => db.close()))),
  };
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

async function measure(connection: DuckDBConnection, file: string): Promise<StoreSize> {
  const counted = (await connection.runAndReadAll("select count(*)::double from events")).getRows()[0]?.[0];
  const sizes = await Promise.all([file, `${file}.wal`].map((path) => stat(path).catch(() => undefined)));
  return { events: Number(counted), bytes: sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0) };
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

function toState({ decidedAt, ...state }: Readonly<Record<string, unknown>>): SwitchState {
  return { ...(state as unknown as SwitchState), ...(decidedAt !== null && { decidedAt: Number(decidedAt) }) };
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
