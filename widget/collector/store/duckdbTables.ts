export const LINE = { product: "VARCHAR", quantity: "BIGINT", price: "BIGINT", offer: "VARCHAR", price_of_other: "BIGINT" };

/** Columns of `events`. Named apart from the fields where SQL reserves the word. `arrival` counts up, whatever the clocks do. */
export const EVENT = {
  id: "VARCHAR",
  arrival: "BIGINT",
  shop: "VARCHAR",
  type: "VARCHAR",
  seq: "BIGINT",
  happened: "BIGINT",
  received: "BIGINT",
  skew: "BIGINT",
  visit: "VARCHAR",
  page_view: "VARCHAR",
  arm: "VARCHAR",
  version: "VARCHAR",
  build: "VARCHAR",
  placement: "VARCHAR",
  place: "BIGINT",
  offer: "VARCHAR",
  kind: "VARCHAR",
  source: "VARCHAR",
  product: "VARCHAR",
  counterpart: "VARCHAR",
  price: "BIGINT",
  price_of_other: "BIGINT",
  currency: "VARCHAR",
  quantity: "BIGINT",
  reason: "VARCHAR",
  answer: "VARCHAR",
  order_hash: "VARCHAR",
  total: "BIGINT",
  lines: [LINE],
  person: "VARCHAR",
} as const;

const DROP = { batch: "VARCHAR", shop: "VARCHAR", reason: "VARCHAR", count: "BIGINT", received: "BIGINT" } as const;

export const KEPT_LINE = { names: ["VARCHAR"], quantity: "BIGINT", net: "BIGINT" };

/** The shop's own orders; with the mark of those that carried one. */
export const CONFIRMED = {
  ...{ shop: "VARCHAR", order_hash: "VARCHAR", happened: "BIGINT", currency: "VARCHAR", net: "BIGINT", refunded: "BIGINT" },
  ...{ cancelled: "BOOLEAN", cost: "BIGINT", customer: "VARCHAR", visit: "VARCHAR", arm: "VARCHAR" },
  ...{ offers: ["VARCHAR"], lines: [KEPT_LINE] },
} as const;

/** What is kept of a month whose events are not. */
export const SUMS = ["visits", "orders", "shown", "seen", "opened", "taken", "ordered"] as const;
const MONTH = Object.fromEntries(["month", ...SUMS].map((name) => [name, "BIGINT"]));

/** What the switch file said, and from when on. */
export const SWITCH = { happened: "BIGINT", since: "BIGINT", offers: "VARCHAR", holdout: "DOUBLE", decided: "BIGINT" } as const;

const LINE_TYPE = `STRUCT(${columns(LINE)})[]`;
const KEPT_LINE_TYPE = `STRUCT(${columns({ ...KEPT_LINE, names: "VARCHAR[]" })})[]`;

export const TABLES = `
  create table if not exists events (${columns({ ...EVENT, lines: LINE_TYPE })}, primary key (id));
  alter table events add column if not exists person VARCHAR;
  create table if not exists drops (${columns(DROP)}, primary key (shop, batch, reason));
  alter table drops add column if not exists received BIGINT;
  create table if not exists confirmed (${columns({ ...CONFIRMED, offers: "VARCHAR[]", lines: KEPT_LINE_TYPE })}, primary key (shop, order_hash));
  alter table confirmed add column if not exists offers VARCHAR[];
  alter table confirmed add column if not exists lines ${KEPT_LINE_TYPE};
  create table if not exists months (${columns(MONTH)}, primary key (month));
  create table if not exists checks (checked BIGINT);
  create table if not exists switches (${columns(SWITCH)});
`;

/** Columns that are called otherwise than the fields of an event, of its lines and of a confirmed order. */
export const FIELDS: Readonly<Record<string, string>> = {
  ...{ page_view: "view", place: "position", counterpart: "for", price_of_other: "priceOfOther", order_hash: "order" },
};

// A row list travels as one JSON parameter: one statement, one parse, whatever its length.
const ROWS = (shape: object) => `select unnest(from_json_strict($1::json, '${JSON.stringify([shape])}'), max_depth := 2)`;
/** Fails where one of the ids is there already. */
export const INSERT_EVENTS = `insert into events by name ${ROWS(EVENT)}`;
/** Answers with the ids that were not there. */
export const INSERT_UNKNOWN = `${INSERT_EVENTS} on conflict do nothing returning id`;
export const INSERT_DROPS = `insert into drops by name ${ROWS(DROP)} on conflict do update set count = greatest(drops.count, excluded.count)`;

/** A later export says anew what it speaks of; one that has no marks, costs, customers or lines takes none away. */
const LATER = ["happened", "currency", "net", "refunded", "cancelled"].map((name) => `${name} = excluded.${name}`);
const KEPT = ["cost", "customer", "lines"].map((name) => `${name} = coalesce(excluded.${name}, confirmed.${name})`);
const MARK = ["arm", "offers", "visit"].map((name) => `${name} = if(excluded.visit is null, confirmed.${name}, excluded.${name})`);
export const INSERT_CONFIRMED = `insert into confirmed by name ${ROWS(CONFIRMED)}
  on conflict do update set ${[...LATER, ...KEPT, ...MARK].join(", ")}`;

/** Every column by name, null where there is no value: the database takes a row that lacks a name for a broken one. */
export function fill(shape: object, values: Readonly<Record<string, unknown>>): object {
  const filled: Record<string, unknown> = {};
  for (const name of Object.keys(shape)) filled[name] = values[name] ?? null;
  return filled;
}

/** Something that has to reach the disk. */
export const CHECK = "delete from checks; insert into checks values (epoch_ms(now()))";

export const INSERT_SWITCH = `insert into switches by name ${ROWS(SWITCH)}`;
/** As the store answers them. */
export const SWITCHES = `select happened::double as "at", since::double as since, offers, holdout, decided::double as "decidedAt" from switches order by rowid`;

function columns(types: Readonly<Record<string, unknown>>): string {
  return Object.entries(types)
    .map(([name, type]) => `${name} ${String(type)}`)
    .join(", ");
}
