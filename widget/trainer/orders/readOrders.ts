import { type Counts, countFates } from "./countFates.ts";
import type { Database } from "../reading/database.ts";
import { type Fate, judgeAge, judgeItems, judgeOrders } from "./judgeOrders.ts";
import { type LoadedOrders, loadOrders } from "./loadOrders.ts";
import { type Input, openInputs } from "../reading/openInputs.ts";
import type { ChosenColumns } from "./orderColumns.ts";
import { NAMES_APART, type OrderForm, type OrderInput } from "./orderForm.ts";
import type { Progress } from "../progress.ts";
import type { BadRow } from "../reading/readCsv.ts";
import { type DayReading, readDays } from "./readDays.ts";

/** What was found in the order files. */
export interface OrderReading extends Counts {
  readonly bad: readonly BadRow[];
  /** Share of the otherwise good lines whose item is in the catalogue; absent without a catalogue. */
  readonly matched?: number;
  /** A few items that are not in it. */
  readonly strangers: readonly string[];
  /** Which columns were taken for what: each way that occurs. */
  readonly columns: readonly ReadonlyMap<string, string>[];
  /** The first and the last day, whole days since 1970. */
  readonly span?: readonly [number, number];
  /** How dates with slashes were read. */
  readonly days?: DayReading;
}

export interface OrderQuestion {
  /** Files, patterns, `-`. */
  readonly orders: readonly string[];
  /** Files beside these that are known for what they are. */
  readonly exports?: readonly OrderInput[];
  readonly columns?: ChosenColumns;
  /** A date, or a time before the newest day. */
  readonly since?: string;
  readonly progress?: Progress;
}

/** About what part of a whole training reading and judging are. */
const SHARES = { read: 0.25, judge: 0.1 };
const STRANGERS = 5;
const STRANGER: Fate = { why: "item not in the catalogue", when: "product is null" };

/**
 * Reads the good order lines into the view `lines(o, product, day)`, with their days where they are known; `o` is a number that stands for
 * the order. With `aliases` (any id → product id, "" for what is no product) lines of other items are left out. @throws as `loadFile`.
 */
export async function readOrders(database: Database, asked: OrderQuestion, aliases?: ReadonlyMap<string, string>): Promise<OrderReading> {
  const files = await loadAll(database, asked);
  asked.progress?.phase("judging order lines", SHARES.judge, database.done);
  const kept = new Set(files.flatMap((file) => [...file.kept]));
  const days = await makeRaw(database, kept);
  const needsItems = await judgeItems(database, aliases);
  const ages = asked.since === undefined ? [] : await judgeAge(database, asked.since, files);
  const fates = [...(await judgeOrders(database, kept)), ...(aliases ? [STRANGER] : []), ...ages];
  await makeFacts(database, { needsItems, hasAges: ages.length > 0 });
  const fate = `case ${fates.map(({ when }, at) => `when ${when} then ${at}`).join(" ")} end`;
  const counts = await countFates(database, { fates, fate, files });
  await database.run(`create view lines as select o, product, day from facts where (${fate}) is null`);
  const strangers = aliases ? await readStrangers(database, `(${fate}) = ${fates.indexOf(STRANGER)}`) : [];
  return {
    ...counts,
    ...(await readSpan(database)),
    bad: files.flatMap(({ bad }) => bad),
    ...(aliases && matchedOf(counts, ages)),
    strangers,
    columns: columnsOf(files),
    ...(days && { days }),
  };
}

async function loadAll(
  database: Database,
  { orders, exports = [], columns = new Map(), progress }: OrderQuestion,
): Promise<readonly LoadedOrders[]> {
  const files: LoadedOrders[] = [];
  const inputs: readonly (Input & { readonly form?: OrderForm })[] = [...exports, ...(await openInputs(orders, database.folder))];
  for (const [at, input] of inputs.entries()) {
    progress?.phase(`reading ${input.name}`, SHARES.read / inputs.length, database.done);
    files.push(await loadOrders({ database, ...input, at, chosen: columns }));
  }
  await database.run(`create view loaded as ${files.map(({ view }) => view).join(" union all ")}`);
  return files;
}

/** The lines of all files, with days. */
async function makeRaw(database: Database, kept: ReadonlySet<string>): Promise<DayReading | undefined> {
  const days = kept.has("d") ? await readDays(database) : undefined;
  const day = kept.has("d") ? "replace (coalesce(loaded.day, days.day) as day) from loaded left join days using (d)" : "from loaded";
  await database.run(`create view raw as select loaded.* ${day}`);
  return days;
}

/** The lines with all that is asked of them. */
async function makeFacts(database: Database, { needsItems, hasAges }: { needsItems: boolean; hasAges: boolean }): Promise<void> {
  const item = needsItems ? "product, odd" : "i as product, false as odd";
  const day = hasAges ? "coalesce(raw.day, order_days.day)" : "raw.day";
  await database.run(`create view facts as select raw.o, i, q, s, f, ${day} as day, r, ${item} from raw
    ${needsItems ? "left join items using (i)" : ""} ${hasAges ? "left join order_days on order_days.o = raw.o" : ""}`);
}

async function readSpan(database: Database): Promise<Pick<OrderReading, "span">> {
  const [[first, last] = []] = await database.rows("select min(day), max(day) from lines");
  return typeof first === "number" && typeof last === "number" ? { span: [first, last] } : {};
}

function matchedOf({ lines, skipped }: Counts, ages: readonly Fate[]): Pick<OrderReading, "matched"> {
  const left = [...skipped].reduce((sum, [why, count]) => (ages.some((age) => age.why === why) ? sum : sum + count), 0);
  const unknown = skipped.get(STRANGER.why) ?? 0;
  const good = lines - left + unknown;
  return good ? { matched: (good - unknown) / good } : {};
}

async function readStrangers(database: Database, isStranger: string): Promise<readonly string[]> {
  const rows = await database.rows(`select i from facts where ${isStranger} group by i order by count(*) desc, i limit ${STRANGERS}`);
  return rows.map(([id]) => [...new Set(String(id).split(NAMES_APART))].join(" / "));
}

function columnsOf(files: readonly LoadedOrders[]): readonly ReadonlyMap<string, string>[] {
  const told = files.filter(({ form }) => !form?.isOurs);
  return [...new Map(told.map(({ places }) => [JSON.stringify([...places]), places])).values()].filter(({ size }) => size > 0);
}
