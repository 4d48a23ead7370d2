import type { DuckDBConnection } from "@duckdb/node-api";
import { hashOrder, shortOrderHash } from "../../browser/lib/hashOrder.ts";
import { monthOf } from "./duckdbMonths.ts";
import type { Forgetting, Removed } from "./store.ts";

const NOBODY = `
  create or replace temp table gone_visits (shop VARCHAR, visit VARCHAR, primary key (shop, visit));
  create or replace temp table gone_orders (shop VARCHAR, order_hash VARCHAR, primary key (shop, order_hash))`;

/** The orders as they came in first: whoever posts another's order later has no part in it. */
const FIRST_POSTED = `select shop, order_hash, visit from events where type = 'ordered'
  qualify row_number() over (partition by shop, order_hash order by arrival) = 1`;

/** One step along what the shop's own books and the person's own id say belongs together. */
const BELONGS = [
  `insert into gone_visits select distinct shop, visit from events where (shop, person) in
    (select shop, person from events semi join gone_visits using (shop, visit) where person is not null) on conflict do nothing`,
  `insert into gone_visits select distinct shop, visit from confirmed semi join gone_orders using (shop, order_hash)
    where visit is not null on conflict do nothing`,
  `insert into gone_orders select shop, order_hash from confirmed semi join gone_visits using (shop, visit) on conflict do nothing`,
  `insert into gone_orders select shop, order_hash from confirmed where (shop, customer) in
    (select shop, customer from confirmed semi join gone_orders using (shop, order_hash) where customer is not null) on conflict do nothing`,
];

/**
 * Removes rows, in the transaction under way. What a browser posted about an order is followed one step only, from the order that
 * was asked for or to those of the visits that go: else whoever posts the ids of others' orders would have them removed with his.
 */
export async function removeRows(connection: DuckDBConnection, what: Forgetting): Promise<Removed> {
  if ("before" in what) return removeBefore(connection, what.before);
  await connection.run(NOBODY);
  if ("visit" in what) await findVisit(connection, what.visit);
  else await findOrder(connection, what.order);
  while ((await changes(connection, BELONGS)) > 0);
  await connection.run(`insert into gone_orders select shop, order_hash from (${FIRST_POSTED}) semi join gone_visits using (shop, visit)
    on conflict do nothing`);
  return removeFound(connection);
}

async function findVisit(connection: DuckDBConnection, visit: string): Promise<void> {
  await connection.run(
    `insert into gone_visits select shop, visit from events where visit = $1 union select shop, visit from confirmed where visit = $1`,
    [visit],
  );
}

/** An id as the shop writes it may be of any shop that is known, and have been hashed on a page without `crypto.subtle`. */
async function findOrder(connection: DuckDBConnection, order: string): Promise<void> {
  const shops = await connection.runAndReadAll("select shop from events union select shop from confirmed");
  const hashes = [order];
  for (const shop of shops.getRows().map(([name]) => String(name))) hashes.push(await hashOrder(shop, order), shortOrderHash(shop, order));
  for (const hash of hashes)
    await connection.run(
      `insert into gone_orders select shop, order_hash from events where order_hash = $1
        union select shop, order_hash from confirmed where order_hash = $1 on conflict do nothing`,
      [hash],
    );
  await connection.run(`insert into gone_visits select shop, visit from (${FIRST_POSTED}) semi join gone_orders using (shop, order_hash)
    on conflict do nothing`);
}

async function removeFound(connection: DuckDBConnection): Promise<Removed> {
  await connection.run(`create or replace temp table gone as select id from events
    where (shop, visit) in (from gone_visits) or (type = 'ordered' and (shop, order_hash) in (from gone_orders))`);
  return {
    drops: await changes(connection, ["delete from drops where batch in (from gone)"]),
    events: await changes(connection, ["delete from events where id in (from gone)"]),
    orders: await changes(connection, ["delete from confirmed where (shop, order_hash) in (from gone_orders)"]),
    months: 0,
  };
}

/** A month of sums goes when all of it was before. */
async function removeBefore(connection: DuckDBConnection, before: number): Promise<Removed> {
  const time = Math.ceil(before);
  return {
    drops: await changes(connection, [`delete from drops where coalesce(received, 0) < ${time}`]),
    events: await changes(connection, [`delete from events where happened < ${time}`]),
    orders: await changes(connection, [`delete from confirmed where happened < ${time}`]),
    months: await changes(connection, [`delete from months where month < ${monthOf(String(time))}`]),
  };
}

async function changes(connection: DuckDBConnection, statements: readonly string[]): Promise<number> {
  let rows = 0;
  for (const statement of statements) rows += (await connection.run(statement)).rowsChanged;
  return rows;
}
