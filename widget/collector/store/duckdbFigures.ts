import type { DuckDBConnection } from "@duckdb/node-api";
import type { FigureRows } from "../../types/report.ts";
import { readLift } from "./duckdbLift.ts";

/** How many pairs the report lists. */
const PAIRS = 50;
/** Seen less often, a pair cannot be called bad; with so few more views at the usual rate it is judged. */
const WORTH_JUDGING = 20;
/** How far back the time series goes from the newest event, in milliseconds. */
const SERIES = 92 * 86_400_000;
/** A quarter of an hour in milliseconds. */
const QUARTER = 900_000;

/** One row per offer and page view. Every figure about offers is counted from this, so that they agree. */
const LOOKS = (events: string) => `
  create or replace temp table looks as
  select visit, page_view, offer, placement, kind, any_value(counterpart) as counterpart, any_value(product) as product,
    any_value(source) as source, min(happened) filter (type = 'shown') as shown,
    min(happened) filter (type = 'seen') as seen,
    min(happened) filter (type = 'opened') as opened,
    min(happened) filter (type in ('added', 'swapped')) as taken,
    min(happened) filter (type = 'undone') as undone,
    bool_or(type = 'dismissed') as declined,
    arg_max(answer, seq) as answer
  from ${events} where offer is not null group by visit, page_view, offer, placement, kind`;

/** One row per posted order, the first that came in; a reloaded confirmation page tells it again under another event id. */
const POSTED = (events: string) => `
  create or replace temp table posted as
  select shop, order_hash, visit, person, happened, currency, lines,
    coalesce(total, case when list_bool_and([l.price is not null for l in lines])
      then list_sum([l.price * l.quantity for l in lines]) end) as total
  from ${events} where type = 'ordered'
  qualify row_number() over (partition by shop, order_hash order by arrival) = 1`;

/** One row per order a measured visit is known to have placed: as posted, or by the mark alone, with the offers it names as they were taken. */
const CLAIMS = (events: string, until: number) => `
  create or replace temp table claims as
  with taken as (
    select shop, visit, offer, {product: any_value(product), quantity: sum(quantity)::bigint, price: any_value(price), offer: offer,
      price_of_other: any_value(price_of_other)} as line
    from ${events} where type in ('added', 'swapped') group by shop, visit, offer)
  select shop, order_hash, visit, happened, currency, lines, total from posted
  union all by name
  select c.shop, c.order_hash, any_value(c.visit) as visit, any_value(c.happened) as happened, any_value(c.currency) as currency,
    list(line order by offer) filter (line is not null) as lines
  from (from confirmed semi join (from ${events}) as known using (shop, visit)
    anti join (from events where type = 'ordered') as told using (shop, order_hash) where happened < ${until}) as c
  left join taken on taken.shop = c.shop and taken.visit = c.visit and list_contains(c.offers, taken.offer)
  group by c.shop, c.order_hash`;

/** Claims without those the shop cancelled, with what was kept of money and lines where the shop told. */
const ORDERS = `
  create or replace temp table orders as
  select row_number() over () as number, claims.visit, claims.happened, claims.currency as told, coalesce(confirmed.currency, told) as currency,
    claims.lines, confirmed.lines as kept, coalesce(net - refunded, total) as total,
    coalesce(list_bool_or([l.offer is not null for l in claims.lines]), false) as took
  from claims left join confirmed using (shop, order_hash) where not coalesce(cancelled, false)`;

/**
 * One row per order line that came from an offer. Of a confirmed order only pieces that are still in it count: those that were in the cart
 * without an offer first, as they would have been bought anyway. Its money is the shop's own; a swap's is the part by which its price was
 * above that of what it replaced. Of a posted order, the prices it was posted with.
 */
const ORDERED = `
  create or replace temp table ordered as
  with origins as (select offer, any_value(source) as source from looks group by offer),
  posted_lines as (
    select number, visit, happened, told, currency, kept, unnest(lines) as line, generate_subscripts(lines, 1) as place from orders),
  matched as (
    select *, [k for k in kept if list_contains(k.names, line.product)] as same,
      coalesce(sum(line.quantity) over (partition by number, line.product order by line.offer is not null, place
        rows between unbounded preceding and 1 preceding), 0) as before
    from posted_lines),
  left_over as (
    select *, split_part(line.offer, '.', 2) as kind, coalesce(list_sum([k.quantity for k in same]), 0) as pieces,
      if(kept is null, line.quantity, greatest(0, least(line.quantity, pieces - before)))::bigint as quantity,
      if(pieces > 0 and list_bool_and([k.net is not null for k in same]), list_sum([k.net for k in same]) / pieces, null) as net,
      line.price - if(kind = 'up-sell', line.price_of_other, 0) as gain
    from matched where line.offer is not null)
  select visit, happened, if(net is null, told, currency) as currency, line.offer as offer, split_part(line.offer, '.', 1) as placement,
    kind, source, line.product as product,
    case when net is null then gain::hugeint * quantity when kind <> 'up-sell' then round(net * quantity)::hugeint
      when line.price > 0 then round(net * quantity * gain / line.price)::hugeint end as extra
  from left_over left join origins on origins.offer = line.offer where quantity > 0`;

/**
 * Makes the tables that everything is counted from, out of a table of events and the shop's own orders from before `until`: `looks`, `posted`,
 * `orders` and `ordered`.
 */
export async function prepareFigures(connection: DuckDBConnection, events: string, until = Number.MAX_SAFE_INTEGER): Promise<void> {
  for (const table of [LOOKS(events), POSTED(events), CLAIMS(events, until), ORDERS, ORDERED]) await connection.run(table);
}

/** Counts of looks, wherever they are grouped by. */
const COUNTS = `count(shown)::double as shown, count(seen)::double as seen, count(opened)::double as opened,
    count(taken)::double as taken, count(taken) filter (seen is null)::double as "takenUnseen", count(undone)::double as undone`;

/** One row per pair, `counted`. */
const PAIRS_OF_OFFERS = `with known as (select offer, any_value(counterpart) as counterpart, any_value(product) as product from looks group by offer),
    both_sides as (
      select kind, counterpart, product, seen is not null as seen, taken is not null as taken, false as ordered from looks
      union all
      select kind, known.counterpart, known.product, false, false, true from ordered join known using (offer)),
    counted as (
      select kind, counterpart as "for", product, count(*) filter (seen)::double as seen, count(*) filter (taken)::double as taken,
        count(*) filter (taken and not seen)::double as "takenUnseen", count(*) filter (ordered)::double as ordered
      from both_sides group by kind, counterpart, product)`;

const QUERIES = {
  totals: `select count(*)::double as events, count(distinct visit)::double as visits, min(happened)::double as first,
    max(happened)::double as last from events`,
  dropped: `select reason, sum(count)::double as count from drops group by reason order by count desc, reason`,
  places: `select placement, kind, ${COUNTS} from looks group by placement, kind order by placement, kind`,
  sources: `with bought as (select source, count(*) as lines from ordered where source is not null group by source)
    select source, ${COUNTS}, coalesce(any_value(lines), 0)::double as ordered from looks left join bought using (source)
    group by source order by source`,
  visitSteps: `with steps as (
      select visit, placement, kind, source, shown is not null as shown, seen is not null as seen, opened is not null as opened,
        taken is not null as taken, false as ordered from looks
      union all
      select visit, placement, kind, source, false, false, false, false, true from ordered)
    select placement, kind, source, count(distinct visit) filter (shown)::double as shown, count(distinct visit) filter (seen)::double as seen,
      count(distinct visit) filter (opened)::double as opened, count(distinct visit) filter (taken)::double as taken,
      count(distinct visit) filter (ordered)::double as ordered
    from steps group by grouping sets ((), (placement, kind), (source)) having grouping(source) = 1 or source is not null
    order by grouping(source, placement) desc, placement, kind, source`,
  orderedLines: `select placement, kind, currency, count(*)::double as lines, count(*) filter (extra is null)::double as unpriced,
    coalesce(sum(extra), 0)::double as extra from ordered group by placement, kind, currency order by currency, placement, kind`,
  orders: `select currency, took as "withOffer", count(*)::double as orders, count(total)::double as valued, coalesce(sum(total), 0)::double as sum
    from orders group by currency, took order by currency, took`,
  pairs: `${PAIRS_OF_OFFERS}
    select * from counted order by ordered desc, taken desc, seen desc, "for", product limit ${PAIRS}`,
  worst: `${PAIRS_OF_OFFERS}, usual as (select sum(taken - "takenUnseen") / nullif(sum(seen), 0) as rate from counted)
    select counted.* from counted, usual where seen >= ${WORTH_JUDGING}
    order by (taken - "takenUnseen" + rate * ${WORTH_JUDGING}) / (seen + ${WORTH_JUDGING}), seen desc, "for", product limit ${PAIRS}`,
  answers: `with given as (select counterpart, product, coalesce(answer, 'none') as answer from looks where declined or answer is not null),
    worst as (select counterpart, product from given where answer <> 'helpful' group by all order by count(*) desc, counterpart, product limit ${PAIRS})
    select counterpart as "for", product, answer, count(*)::double as count from given
    where answer = 'helpful' or (counterpart, product) in (select (counterpart, product) from worst)
    group by counterpart, product, answer order by counterpart, product, answer`,
  failures: `select reason, count(*)::double as count from events where type = 'failed' group by reason order by count desc, reason`,
  series: `with steps as (
      select 'shown' as step, shown as at_ms from looks union all select 'seen', seen from looks
      union all select 'taken', taken from looks union all select 'ordered', happened from ordered)
    select (at_ms // ${QUARTER} * ${QUARTER})::double as "at", step, count(*)::double as count from steps
    where at_ms > (select max(happened) from events) - ${SERIES} group by all order by all`,
  earlier: `select columns(*)::double from months order by month`,
} as const;

/** Counts everything the report needs. To be run inside a transaction, so that all figures are of one moment. */
export async function readFigures(connection: DuckDBConnection): Promise<FigureRows> {
  await prepareFigures(connection, "events");
  const rows: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(QUERIES)) rows[name] = (await connection.runAndReadAll(query)).getRowObjects().map(present);
  const { totals, ...lists } = rows;
  // The queries above are the only place that says what a row looks like; the contract suite holds them to FigureRows.
  return { ...(totals?.[0] as object), ...lists, lift: await readLift(connection) } as unknown as FigureRows;
}

/** A row without the names that have no value. */
function present(row: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
