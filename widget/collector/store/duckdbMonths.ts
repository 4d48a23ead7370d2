import type { DuckDBConnection } from "@duckdb/node-api";
import { prepareFigures } from "./duckdbFigures.ts";
import { SUMS } from "./duckdbTables.ts";
import type { Removed } from "./store.ts";

/** Beginning of the month of UTC that a time is in; both in milliseconds since 1970. */
export const monthOf = (time: string): string => `epoch_ms(date_trunc('month', make_timestamp_ms((${time})::bigint)))`;

/** What is old, and with an order all that was posted about it, so that it is not counted again as another. */
const leaving = (before: number) => `
  create or replace temp table leaving as
  select * from events where happened < ${before} or (type = 'ordered' and (shop, order_hash) in
    (select (shop, order_hash) from events where type = 'ordered' and happened < ${before}))`;

/** A visit is counted when the last of it leaves. */
const ADD = `
  insert into months by name
  with sums as (
    select ${monthOf("least(shown, seen, opened, taken)")} as month, count(shown) as shown, count(seen) as seen, count(opened) as opened,
      count(taken) as taken from looks where coalesce(shown, seen, opened, taken) is not null group by 1
    union all by name select ${monthOf("happened")} as month, count(*) as orders from orders group by 1
    union all by name select ${monthOf("happened")} as month, count(*) as ordered from ordered group by 1
    union all by name select ${monthOf("last")} as month, count(*) as visits
      from (select shop, visit, max(happened) as last from leaving group by shop, visit)
      anti join (select shop, visit from events anti join leaving using (id)) using (shop, visit) group by 1)
  select month, ${SUMS.map((name) => `coalesce(sum(${name}), 0) as ${name}`).join(", ")}
  from sums group by month
  on conflict do update set ${SUMS.map((name) => `${name} = months.${name} + excluded.${name}`).join(", ")}`;

/** Adds what happened before a time to the sums of its months and removes it, in the transaction under way. */
export async function condenseRows(connection: DuckDBConnection, before: number): Promise<Removed> {
  const time = Math.ceil(before);
  await connection.run(leaving(time));
  await prepareFigures(connection, "leaving", time);
  await connection.run(ADD);
  const remove = async (rows: string) => (await connection.run(`delete from ${rows}`)).rowsChanged;
  return {
    events: await remove("events where id in (select id from leaving)"),
    drops: await remove(`drops where coalesce(received, 0) < ${time}`),
    orders: await remove(`confirmed where happened < ${time}`),
    months: 0,
  };
}
