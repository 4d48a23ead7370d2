import type { DuckDBValue } from "@duckdb/node-api";
import { type Database, quoted } from "../reading/database.ts";
import type { LoadedOrders } from "./loadOrders.ts";
import { RETURNED } from "./orderForm.ts";
import { MARKS } from "./orderSql.ts";
import { LOST_STATUS, NO_PRODUCT } from "./orderWords.ts";
import { parseAmount } from "../reading/parseAmount.ts";
import { dayText, firstDay } from "../reading/parseDay.ts";

/** A reason to leave a line out, and the condition, as SQL over the lines joined to `items`. */
export interface Fate {
  readonly why: string;
  readonly when: string;
}

/** More pieces than this in one line are a slip of the keyboard. */
const MOST_PIECES = 1_000_000;

/**
 * The reasons that occur, in the order they are asked. Values are judged once each, however many lines have them: `raw` are the lines, `items`
 * their different items, `kept` the columns that any file says something of.
 */
export async function judgeOrders(database: Database, kept: ReadonlySet<string>): Promise<readonly Fate[]> {
  const fates: Fate[] = [
    { why: "no order id", when: "o is null" },
    { why: "no item id", when: "i is null" },
  ];
  const marks = kept.has("f") ? await valuesOf(database, "f") : [];
  if (marks.includes(MARKS.test)) fates.push({ why: "test order", when: `o in (select o from raw where f = ${MARKS.test})` });
  const lost = kept.has("s") ? await lostStatus(database) : undefined;
  if (lost) fates.push({ why: "cancelled, refunded, failed or test order", when: lost });
  const wrong = kept.has("q") ? await wrongQuantities(database) : [];
  if (wrong.length) fates.push({ why: "quantity not a number above nought", when: `q in (${wrong.map(quoted).join(", ")})` });
  if (marks.includes(MARKS.minus)) fates.push({ why: "price below nought", when: `f = ${MARKS.minus}` });
  fates.push({
    why: "gift card, tip, shipping, discount, deposit or fee",
    when: marks.includes(MARKS.noProduct) ? `(odd or f = ${MARKS.noProduct})` : "odd",
  });
  return fates;
}

const valuesOf = async (database: Database, column: string): Promise<readonly DuckDBValue[]> =>
  (await database.rows(`select distinct ${column} from raw where ${column} is not null order by ${column}`)).map(
    ([value]) => value ?? null,
  );

/** A status counts for its line, and where lines of an order without one stand beside one that is lost, for these, too. */
async function lostStatus(database: Database): Promise<string | undefined> {
  const rows = await database.rows(`select s from (select distinct s from raw) where regexp_matches(s, ${quoted(LOST_STATUS)}) order by s`);
  if (!rows.length) return undefined;
  const own = `s in (${rows.map(([status]) => quoted(String(status))).join(", ")})`;
  const [[blank] = []] = await database.rows("select count(*)::integer from (select s from raw where s = '' limit 1)");
  return Number(blank) ? `(${own} or (s = '' and o in (select o from raw where ${own} and s <> '${RETURNED}')))` : own;
}

async function wrongQuantities(database: Database): Promise<readonly string[]> {
  return (await valuesOf(database, "q")).map(String).filter((text) => text !== "" && !isQuantity(text));
}

/** `2`, `1,5`, `1.000,00`, `3 Stück`, but no `1e308`. */
function isQuantity(text: string): boolean {
  const value = /^\+?[\d.,'\s]+[\p{L}.]*$/u.test(text) ? parseAmount(text.replace(/[+]|[^\d]+$/g, "")) : undefined;
  return value !== undefined && value > 0 && value <= MOST_PIECES;
}

/**
 * Makes the table `items(i, product, odd)`: which product an item is, by the first of its names that the catalogue has, null where it has
 * none, and whether it is no product at all. Returns whether that says more than the items themselves.
 */
export async function judgeItems(database: Database, aliases: ReadonlyMap<string, string> | undefined): Promise<boolean> {
  await database.fill("aliases", ["alias", "product"], aliases ?? []);
  const isOdd = `length(name) < 50 and regexp_matches(strip_accents(lower(name)), ${quoted(NO_PRODUCT)})`;
  await database.run(`create table items as
    select i, ${aliases ? "nullif(arg_min(product, place), '')" : "arg_min(name, place)"} as product,
      bool_or(${isOdd}) ${aliases ? "or coalesce(arg_min(product, place) = '', false)" : ""} as odd
    from (select i, unnest(string_split(i, chr(31))) as name, generate_subscripts(string_split(i, chr(31)), 1) as place
      from (select distinct i from raw where i is not null))
    ${aliases ? "left join aliases on alias = name" : ""} group by i`);
  const [[odd] = []] = await database.rows("select count(*)::integer from items where odd or contains(i, chr(31))");
  return Boolean(aliases) || Number(odd) > 0;
}

/**
 * Lines older than asked for, counted from the newest day in the data so that a model does not depend on the day of training. A line without
 * a day has that of its order: the table `order_days`. @throws where a file has no column with a time.
 */
export async function judgeAge(database: Database, since: string, files: readonly LoadedOrders[]): Promise<readonly Fate[]> {
  const timeless = files.find(({ places }) => !places.has("time") && places.size);
  if (timeless)
    throw new Error(
      `${timeless.file}: --since needs a column with the time of the orders\nfound:\n  ${timeless.header.columns.join(", ")}`,
    );
  await database.run(`create table order_days as
    select o, min(day) as day from raw where o in (select o from raw where day is null) group by o`);
  const [[newest] = []] = await database.rows("select max(day) from raw");
  const first = typeof newest === "number" ? firstDay(since, newest) : 0;
  return [
    { why: `older than ${dayText(first)}`, when: `day < ${first}` },
    { why: "time not readable", when: "day is null" },
  ];
}
