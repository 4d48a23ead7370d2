import type { DuckDBConnection } from "@duckdb/node-api";
import type { LiftRows } from "../../types/liftRows.ts";

/** Milliseconds. */
const DAY = 86_400_000;
/** How soon a customer has to come back to count as coming back. */
const SOON = 90 * DAY;

/** The newest confirmed order: what happened later is not in the shop's books yet. No row without an import. */
const HORIZON = `create or replace temp table horizon as select max(happened) as until from confirmed having count(*) > 0`;

/** Which unit a visit with an \`eligible\` event belongs to. */
const DRAWN_VISITS = `
  create or replace temp table drawn_visits as
  select shop, visit, arg_min(coalesce(person, visit), arrival) as unit from events
  where type = 'eligible' and arm <> 'none' group by shop, visit`;

/** One row per unit that is compared, in the arm it was drawn into first. */
const DRAWN = `
  create or replace temp table drawn as
  select shop, coalesce(person, visit) as unit, arg_min(arm, arrival) as arm, min(happened) as since from events
  where type = 'eligible' and arm <> 'none' group by shop, unit having min(happened) < coalesce((select until from horizon), ${Number.MAX_SAFE_INTEGER})`;

/** One row per order that counts, with the unit that placed it where it is known. An order's own mark goes before what was posted. */
const PURCHASES = `
  create or replace temp table purchases as
  with counted as (
    select c.shop, c.currency, c.net - c.refunded as value, c.cost, c.happened, c.customer, c.refunded > 0 as returned,
      coalesce(c.visit, p.visit) as visit, p.person
    from confirmed c left join posted p using (shop, order_hash) where not c.cancelled
    union all
    select shop, currency, total, null, happened, null, false, visit, person from posted where not exists (from horizon))
  select counted.*, coalesce(drawn_visits.unit, counted.person) as unit from counted left join drawn_visits using (shop, visit)`;

/** One row per buying unit and currency. The shop's clock and the collector's may be some hours apart. */
const OUTCOMES = `
  create or replace temp table outcomes as
  select drawn.shop, unit, any_value(arm) as arm, any_value(since // ${DAY} * ${DAY}) as day, currency,
    count(value)::double as orders, coalesce(sum(value), 0)::double as revenue,
    count(value - cost)::double as costed, coalesce(sum(value - cost), 0)::double as profit
  from drawn join purchases using (shop, unit) where happened >= since - ${DAY} group by drawn.shop, unit, currency`;

const QUERIES = {
  units: `select (since // ${DAY} * ${DAY})::double as day, arm, count(*)::double as units, count(buyers.unit)::double as buyers
    from drawn left join (select distinct shop, unit from outcomes) as buyers using (shop, unit) group by all order by all`,
  money: `select day::double as day, arm, currency, sum(orders) as orders, sum(orders * orders) as "ordersSquared", sum(revenue) as revenue,
      sum(revenue * revenue) as "revenueSquared", sum(orders * revenue) as "ordersTimesRevenue", max(revenue) as largest,
      sum(costed) as costed, sum(profit) as profit, sum(profit * profit) as "profitSquared", max(profit) as "largestProfit"
    from outcomes group by day, arm, currency order by day, arm, currency`,
  checkouts: `with marked as (
      select c.shop, coalesce(drawn_visits.unit, c.visit) as unit, arg_min(arm, happened) as arm, min(happened) as first
      from confirmed c left join drawn_visits using (shop, visit) where arm <> 'none' and not cancelled group by c.shop, 2)
    select (coalesce(since, first) // ${DAY} * ${DAY})::double as day, marked.arm, count(*)::double as units
    from marked left join drawn using (shop, unit) group by all order by all`,
  afterwards: `with known as (select purchases.*, arm from purchases join drawn using (shop, unit) where exists (from horizon)),
    ripe as (
      select shop, customer, arg_min(arm, happened) as arm, min(happened) as first from known where customer is not null
      group by shop, customer having min(happened) <= (select until from horizon) - ${SOON}),
    came as (
      select ripe.arm, bool_or(again.happened is not null) as back from ripe left join purchases as again
        on again.shop = ripe.shop and again.customer = ripe.customer and again.happened > first and again.happened <= first + ${SOON}
      group by ripe.shop, ripe.customer, ripe.arm),
    customers as (select arm, count(*) as customers, count(*) filter (back) as repeated from came group by arm)
    select arm, count(*)::double as orders, count(*) filter (returned)::double as returned,
      coalesce(any_value(customers), 0)::double as customers, coalesce(any_value(repeated), 0)::double as repeated
    from known left join customers using (arm) group by arm order by arm`,
  orderDays: `select (happened // ${DAY} * ${DAY})::double as day, currency, count(*)::double as orders, sum(value)::double as sum
    from purchases where value is not null group by all order by all`,
} as const;

const COUNTS = `select
  if(exists (from horizon), 'confirmed', 'posted') as basis,
  (select count(*) from drawn_visits)::double as "comparedVisits",
  (select count(distinct (shop, visit)) from events anti join drawn_visits using (shop, visit)
    where offer is not null or type = 'eligible')::double as "inNeither",
  (select count(*) from posted)::double as posted,
  (select count(*) from posted anti join confirmed using (shop, order_hash) where happened <= (select until from horizon))::double
    as unverified,
  (select count(*) from confirmed where not cancelled and happened >= (select min(happened) from events))::double as confirmed,
  (select count(*) from confirmed c left join posted p using (shop, order_hash)
    where not cancelled and c.happened >= (select min(happened) from events) and coalesce(c.visit, p.visit) is not null)::double as recognised`;

/** Counts what the comparison of the arms needs. Runs inside the transaction that made the table of posted orders. */
export async function readLift(connection: DuckDBConnection): Promise<LiftRows> {
  for (const table of [HORIZON, DRAWN_VISITS, DRAWN, PURCHASES, OUTCOMES]) await connection.run(table);
  const rows: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(QUERIES)) rows[name] = (await connection.runAndReadAll(query)).getRowObjects();
  const counts = (await connection.runAndReadAll(COUNTS)).getRowObjects()[0];
  // The queries above are the only place that says what a row looks like; the store's tests hold them to LiftRows.
  return { ...counts, ...rows } as unknown as LiftRows;
}
