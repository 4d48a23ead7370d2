import type { DuckDBConnection } from "@duckdb/node-api";
import type { ConfirmedOrder } from "../../types/confirmedOrder.ts";
import type { Joined } from "./store.ts";
import { addJoined, NONE_JOINED } from "./joined.ts";
import { CONFIRMED, fill, INSERT_CONFIRMED, KEPT_LINE } from "./duckdbTables.ts";

/** Orders that go to the database as one parameter. */
const AT_ONCE = 5000;

/** What is known of the orders just given. */
const JOINED = `
  with given as (select unnest(from_json_strict($1::json, '[{"shop":"VARCHAR","order_hash":"VARCHAR"}]'), max_depth := 2)),
    told as (select distinct shop, order_hash from events where type = 'ordered'),
    counted as (
      select visit is not null or told.order_hash is not null as is_seen from confirmed left join told using (shop, order_hash)
      where not cancelled and happened >= (select min(happened) from events))
  select (select count(*) from counted)::double as measured, (select count(*) from counted where is_seen)::double as seen,
    count(*) filter (visit is not null)::double as "byMark",
    count(*) filter (visit is null and told.order_hash is not null)::double as "byOrder",
    count(*) filter (visit is null and told.order_hash is null)::double as unknown
  from given join confirmed using (shop, order_hash) left join told using (shop, order_hash)`;

/** Takes orders, and tells how they met what browsers told. To be run inside a transaction. */
export async function confirmOrders(connection: DuckDBConnection, orders: readonly ConfirmedOrder[]): Promise<Joined> {
  // One statement may not write a row twice: of the same order the last is kept.
  const rows = [...new Map(orders.map((order) => [JSON.stringify([order.shop, order.order]), order])).values()].map(toRow);
  let joined = NONE_JOINED;
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    await connection.run(INSERT_CONFIRMED, [JSON.stringify(some)]);
    const keys = some.map(({ shop, order_hash }) => ({ shop, order_hash }));
    const [found] = (await connection.runAndReadAll(JOINED, [JSON.stringify(keys)])).getRowObjects() as unknown as [Joined];
    joined = addJoined(joined, found);
  }
  return joined;
}

function toRow({ order, at, isCancelled, mark, lines, ...same }: ConfirmedOrder) {
  return {
    ...fill(CONFIRMED, {
      ...same,
      ...mark,
      happened: at,
      cancelled: isCancelled,
      lines: lines?.map((line) => fill(KEPT_LINE, { ...line })),
    }),
    ...{ shop: same.shop, order_hash: order },
  };
}
