import { quoted } from "../reading/database.ts";
import { ORDER_LEVEL } from "./orderColumns.ts";
import { type OrderForm, type Places, RETURNED, namesOf } from "./orderForm.ts";
import { NO_PRODUCT, TEST_CUSTOMER, TEST_ORDER } from "./orderWords.ts";

/** A file's rows never reach this. */
export const FILE_ROWS = 2 ** 40;

/** Marks of lines that are left out whatever the rest says. */
export const MARKS = { test: 1, minus: 2, noProduct: 3 } as const;

/** What is kept of each line, and of what type. What a file says nothing of takes no room. */
export const KEPT = {
  /** The order: a hash of its number, which is quicker and smaller than most numbers. Null: none. */
  o: "ubigint",
  i: "varchar",
  /** Quantity where it is not one of the plain ones. */
  q: "varchar",
  /** Status where it is none of the good ones; "" where there is none. */
  s: "varchar",
  /** One of MARKS. */
  f: "utinyint",
  /** Whole days since 1970. */
  day: "integer",
  /** A time that says its day in another way: the file's number, a blank, what stands before the hour. */
  d: "varchar",
} as const;

/** SQL of what is kept of each line. */
export type Kept = Partial<Record<keyof typeof KEPT, string>>;

/** Statuses that need no judging. Those written in other letters are judged. */
const GOOD = ["paid", "completed", "complete", "processing", "shipped", "delivered", "fulfilled", "wc-completed", "wc-processing"];

/** What is kept of the lines of a file with these columns; `at` is the file's number. */
export function keptOf(places: Places, at: number, form?: OrderForm): Kept {
  const column = (key: string) => places.get(key) ?? "null::varchar";
  const [order, item, quantity, time] = [column("order"), column("item"), column("quantity"), column("time")];
  const marks = marksOf(places, form);
  const status = statusOf(places, form);
  return {
    o: `case when ${isTrim(order)} then hash(${order}) when trim(${order}) <> '' then hash(trim(${order})) end`,
    i: form ? namesOf(places, form.items) : `case when ${isTrim(item)} then ${item} else nullif(trim(${item}), '') end`,
    ...(places.has("quantity") && {
      q: `case when ${quantity} between '1' and '9' and length(${quantity}) = 1 then null else trim(${quantity}) end`,
    }),
    ...(status !== undefined && { s: status }),
    ...(marks.length && { f: `case ${marks.join(" ")} end::${KEPT.f}` }),
    ...(places.has("time") && {
      day: dayOf(time),
      d: `case when ${dayOf(time)} is null and trim(${time}) <> '' then ${otherDay(time, at)} end`,
    }),
  };
}

/** Most texts have no blanks around them, and to look is quicker than to trim. */
const isTrim = (column: string): string => `${column} > '!' and not suffix(${column}, ' ')`;
const isBlank = (column: string): string => `coalesce(trim(${column}) = '', true)`;
const plain = (column: string): string => `strip_accents(lower(trim(${column})))`;

/** The row says nothing of its order: it goes on with the one above. */
export function goesOnOf(places: Places): string | undefined {
  const level = ORDER_LEVEL.flatMap((key) => places.get(key) ?? []);
  const order = places.get("order");
  return order && level.length ? `case when ${order} > '!' then false else ${[order, ...level].map(isBlank).join(" and ")} end` : undefined;
}

function statusOf(places: Places, form?: OrderForm): string | undefined {
  const [status, cancelled] = [places.get("status"), places.get("cancelled")];
  const [lost, returned] = [form?.lost?.(places), form?.returned?.(places)];
  const cases = [
    ...(lost === undefined ? [] : [`when ${lost} then 'refunded'`]),
    ...(returned === undefined ? [] : [`when ${returned} then '${RETURNED}'`]),
    ...(cancelled === undefined
      ? []
      : [`when ${plain(cancelled)} not in ('', '0', 'false', 'no', 'n', '-', 'null', 'none', 'nein', 'non') then 'cancelled'`]),
    ...(status === undefined ? [] : [`when ${status} in (${GOOD.map(quoted).join(", ")}) then null else coalesce(${plain(status)}, '')`]),
  ];
  return cases.length ? `case ${cases.join(" ")} end` : undefined;
}

/** Each is asked only where its column is, and costly patterns only after a look at the first letters. */
function marksOf(places: Places, form?: OrderForm): readonly string[] {
  const [order, customer, test, price, name] = ["order", "customer", "test", "price", "name"].map((key) => places.get(key));
  const isTest = (column: string, pattern: string) =>
    `(${column} between 'TEST' and 'test~' and lower(left(${column}, 4)) = 'test' and regexp_matches(lower(trim(${column})), '${pattern}'))`;
  const tests = [
    ...(order ? [isTest(order, TEST_ORDER)] : []),
    ...(customer ? [isTest(customer, TEST_CUSTOMER)] : []),
    ...(test ? [`lower(${test}) in ('true', '1', 'yes', 'y', 't')`] : []),
    ...(form?.test ? [form.test(places)] : []),
  ];
  return [
    ...(tests.length ? [`when ${tests.join(" or ")} then ${MARKS.test}`] : []),
    ...(price ? [`when left(${price}, 1) in ('-', '−', '(') and regexp_matches(${price}, '[1-9]') then ${MARKS.minus}`] : []),
    ...(name
      ? [`when length(${name}) < ${LONGEST_WORD} and regexp_matches(${plain(name)}, ${quoted(NO_PRODUCT)}) then ${MARKS.noProduct}`]
      : []),
    ...(form?.other ? [`when ${form.other(places)} then ${MARKS.noProduct}`] : []),
  ];
}

const LONGEST_WORD = 50;
const DAY = 86_400;

/** Days of ISO dates and of seconds, milliseconds, micro- and nanoseconds since 1970. */
function dayOf(time: string): string {
  const [date, number] = [`try_cast(${time} as date)`, `try_cast(${time} as double)`];
  const units = [1, 1e3, 1e6, 1e9].map((unit) => {
    const day = `floor(${number} / ${DAY * unit})`;
    return `when ${day} between ${EARLIEST} and ${LATEST} then ${day}`;
  });
  return `case when ${date} between date '1990-01-01' and date '2099-12-31' then ${date} - date '1970-01-01' ${units.join(" ")} end::integer`;
}

/** The same, in days. */
const [EARLIEST, LATEST] = [7305, 47_481];

function otherDay(time: string, at: number): string {
  const half = `case when lower(right(trim(${time}), 2)) in ('am', 'pm') then ' AM' else '' end`;
  return `'${at} ' || split_part(trim(${time}), ':', 1) || ${half}`;
}
