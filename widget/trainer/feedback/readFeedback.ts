import type { OfferKind } from "../../types/offer.ts";
import type { Database } from "../reading/database.ts";
import type { BadRow } from "../reading/readCsv.ts";
import { type EventSources, loadEvents } from "./loadEvents.ts";
import { LEAST_LOOKS, type PairLooks } from "./judgePairs.ts";

/** What was found in the events. */
export interface FeedbackReading {
  /** Rows that are events, of whatever type, and the visits they are of. */
  readonly events: number;
  readonly visits: number;
  /** Reason → how many events were left out. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly bad: readonly BadRow[];
  /** Pairs that enough visits looked at, in one order. */
  readonly pairs: readonly PairLooks[];
}

/** No shopper looks at so many offers in a visit: it is a robot's. */
const MOST_PAIRS = 100;
/** A cell of few looks is as its kind is: so many looks of the kind's mean are added. */
const CELL_LOOKS = 100;

/**
 * Reads what shoppers did with offers, by pair. A visit counts once for a pair, whatever it did there how often, so that one shopper moves
 * nothing alone and events that came twice count once. `names`: any id of a product the model knows → its product id.
 */
export async function readFeedback(
  database: Database,
  sources: EventSources,
  names: ReadonlyMap<string, string>,
): Promise<FeedbackReading> {
  const bad = await loadEvents(database, sources);
  await database.fill("told_names", ["alias", "known"], names);
  await database.run(`create table told_pairs as ${NAMED}; create table told_visits as ${VISITS}; create table told_cells as ${CELLS}`);
  const [[events, visits] = []] = await database.rows("select count(type)::integer, count(distinct visit)::integer from told");
  const pairs = await readPairs(database);
  return { events: Number(events), visits: Number(visits), skipped: await readSkipped(database), bad, pairs };
}

/** Events that say something of a pair. What was only drawn was perhaps not looked at, and where nothing was offered nothing was refused. */
const TELLING =
  "type in ('seen', 'opened', 'added', 'swapped', 'failed', 'dismissed', 'rated', 'undone') and arm is distinct from 'holdout'";
const WHOLE = `visit is not null and kind in ('cross-sell', 'up-sell') and product is not null and "for" is not null`;

/** With the ids of the model; null where it knows none. */
const NAMED = `
  select type, kind, visit, told.answer, told.placement, try_cast(told.place as integer) as place,
    nullif(one.known, '') as product, nullif(other.known, '') as other
  from told left join told_names one on one.alias = told.product left join told_names other on other.alias = told."for"
  where ${TELLING} and ${WHOLE}`;

/**
 * What became of a pair in a visit. Called helpful is as good as taken; taken back, declined or answered with a no is as bad as the other.
 * Who has it already, or was refused by the shop, could not take it and says nothing. Where it was offered at several places, the best one
 * counts, at which most was to be expected.
 */
const VISITS = `
  select *, not took and unfit as misfits, not took and no as declined
  from (
    select kind, other, product, visit,
      min(struct_pack(place := coalesce(place, 0), placement := coalesce(placement, ''))) as cell,
      (bool_or(type in ('added', 'swapped')) and not bool_or(type = 'undone')) or bool_or(coalesce(answer, '') = 'helpful') as took,
      bool_or(coalesce(answer, '') = 'does-not-fit') as unfit,
      bool_or(type in ('dismissed', 'undone') or coalesce(answer, '') in ('not-for-me', 'too-dear', 'does-not-fit')) as no,
      bool_or(coalesce(answer, '') = 'have-it') as has,
      bool_or(type = 'failed') as failed
    from told_pairs where product is not null and other is not null
      and visit not in (select visit from told_pairs group by visit having count(distinct (kind, product, other)) > ${MOST_PAIRS})
    group by kind, other, product, visit)
  where took or not (has or failed)`;

/** Looks by pair and by where it stood. */
const CELLS = `
  select kind, other, product, cell.placement as placement, cell.place as place, count(*)::integer as looks,
    count(*) filter (took)::integer as taken, count(*) filter (declined)::integer as declined, count(*) filter (misfits)::integer as misfits
  from told_visits group by all`;

/**
 * Pairs that enough visits looked at, with what looks get there on average: of the kind, at that placement and position, over these pairs alone,
 * so that a flood of others moves nothing. Whole numbers only, so that no sum depends on an order.
 */
const EXPECTED = `
  with cells as (select * from told_cells qualify sum(looks) over (partition by kind, other, product) >= ${LEAST_LOOKS}),
  at_place as (
    select kind, placement, place, sum(looks)::double as n, sum(taken)::double as taken, sum(declined)::double as declined from cells group by all),
  at_all as (select kind, sum(n) as n, sum(taken) as taken, sum(declined) as declined from at_place group by all)
  select cells.kind, other, product, cells.looks, cells.taken, cells.declined, misfits,
    at_place.n, at_place.taken, at_place.declined, at_all.n, at_all.taken, at_all.declined
  from cells join at_place using (kind, placement, place) join at_all on at_all.kind = cells.kind
  order by cells.kind, other, product, placement, place`;

async function readPairs(database: Database): Promise<readonly PairLooks[]> {
  const pairs: PairLooks[] = [];
  await database.each(EXPECTED, ([kind, other, product, ...counts]) => {
    const [looks = 0, taken = 0, declined = 0, misfits = 0, n = 0, takenThere = 0, declinedThere = 0, all = 1, ...kinds] =
      counts.map(Number);
    const [takenOfKind = 0, declinedOfKind = 0] = kinds;
    const mean = (there: number, ofKind: number) => (there + (CELL_LOOKS * ofKind) / all) / (n + CELL_LOOKS);
    const last = pairs.at(-1);
    const isSame = last?.kind === kind && last?.for === other && last?.product === product;
    const before = isSame ? pairs.pop() : undefined;
    pairs.push({
      kind: kind as OfferKind,
      for: String(other),
      product: String(product),
      looks: looks + (before?.looks ?? 0),
      taken: taken + (before?.taken ?? 0),
      declined: declined + (before?.declined ?? 0),
      misfits: misfits + (before?.misfits ?? 0),
      expectedTaken: looks * mean(takenThere, takenOfKind) + (before?.expectedTaken ?? 0),
      expectedDeclined: looks * mean(declinedThere, declinedOfKind) + (before?.expectedDeclined ?? 0),
    });
  });
  return pairs;
}

async function readSkipped(database: Database): Promise<ReadonlyMap<string, number>> {
  const [[unknown, whole, robots] = []] = await database.rows(`select
    (select count(*) from told_pairs where product is null or other is null)::integer,
    (select count(*) from told where ${TELLING} and not coalesce(${WHOLE}, false))::integer,
    (select count(*) from told_pairs where visit in
      (select visit from told_pairs group by visit having count(distinct (kind, product, other)) > ${MOST_PAIRS}))::integer`);
  const skipped = new Map([
    ["event about a product the model does not know", Number(unknown)],
    ["event without a visit, a kind or two products", Number(whole)],
    [`event of a visit with more than ${MOST_PAIRS} offers, as only robots make`, Number(robots)],
  ]);
  return new Map([...skipped].filter(([, count]) => count > 0));
}
