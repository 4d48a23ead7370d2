import type { ConfirmedOrder } from "../types/confirmedOrder.ts";
import { hasDecimalComma } from "../trainer/catalogue/parseCells.ts";
import { firstCharacter, readText } from "../trainer/catalogue/readText.ts";
import type { OrderList, ShopSystem } from "../trainer/exports/exportKind.ts";
import { SHOP_SYSTEMS } from "../trainer/exports/index.ts";
import { jsonRecords } from "../trainer/exports/jsonRecords.ts";
import { tableRecords } from "../trainer/exports/tableRecords.ts";
import { tellKind } from "../trainer/exports/tellKind.ts";
import { type Database, openDatabase } from "../trainer/reading/database.ts";
import { type Input, openInputs } from "../trainer/reading/openInputs.ts";
import { readDayOrder } from "../trainer/reading/parseDay.ts";
import type { BadRow } from "../trainer/reading/readCsv.ts";
import { OWN_BOOKS, OWN_FORM } from "./bookColumns.ts";
import { confirmOrder } from "./confirmOrder.ts";
import { readOwnOrder } from "./readOwnOrder.ts";
import { type Numbered, readTable, type ReadTable } from "./readTable.ts";

export interface BookQuestion {
  /** Files, patterns, `-`. */
  readonly files: readonly string[];
  /** Whose exports they are, by name; absent: tables or JSON lines with our own columns. */
  readonly from?: string | undefined;
  readonly shop: string;
  /** Of orders that say none. */
  readonly currency?: string | undefined;
  readonly isPlainHttp?: boolean | undefined;
}

/** What was found in the shop's own books. */
export interface BookReading {
  /** Each order once, as the last file has it. */
  readonly orders: readonly ConfirmedOrder[];
  /** Of `orders`: trials, which are among the cancelled. */
  readonly tests: number;
  /** Rows that are no orders, and what is wrong with them. */
  readonly wrong: readonly BadRow[];
  /** What each file is. */
  readonly named: readonly (readonly [file: string, kind: string])[];
  /** What is to be known about their sums. */
  readonly notes: readonly string[];
}

/** Reads orders as the shop's own system exports them. @throws naming a file that cannot be understood, or a system that is not known. */
export async function readBooks(question: BookQuestion): Promise<BookReading> {
  const system = systemOf(question.from);
  const database = await openDatabase();
  try {
    const orders = new Map<string, { readonly order: ConfirmedOrder; readonly isTest: boolean }>();
    const [wrong, named, notes] = [[] as BadRow[], [] as [string, string][], [] as string[]];
    for (const input of await openInputs(question.files, database.folder)) {
      const read = await readFile(database, input, system);
      named.push([input.name, read.kind]);
      if (read.note !== undefined) notes.push(`${input.name}: ${read.note}`);
      wrong.push(...read.bad, ...(await confirmAll(read, { input, question, unpaid: system?.unpaid, orders })));
    }
    const all = [...orders.values()];
    return { orders: all.map(({ order }) => order), tests: all.filter(({ isTest }) => isTest).length, wrong, named, notes };
  } finally {
    await database.close();
  }
}

type Read = ReadTable & { readonly kind: string };

function systemOf(name: string | undefined): ShopSystem | undefined {
  const system = name === undefined ? undefined : SHOP_SYSTEMS.get(name);
  if (name !== undefined && !system) throw new Error(`--from ${name}: one of ${[...SHOP_SYSTEMS.keys()].join(", ")} is needed`);
  return system;
}

async function readFile(database: Database, input: Input, system: ShopSystem | undefined): Promise<Read> {
  if (!system) {
    const isJson = /^[[{]/.test(await firstCharacter(input.file));
    const read = isJson ? readRecords(input) : readTable({ database, input, form: OWN_FORM, books: OWN_BOOKS });
    return { ...(await read), kind: isJson ? "orders as JSON" : "orders as a table" };
  }
  const kind = await tellKind(system, input);
  if (!kind) return { orders: [], bad: [], kind: "nothing in it" };
  if (kind.kind === "useless") throw new Error(`${input.name}: ${kind.mend}`);
  const named = `${system.title} ${kind.name}`;
  if (kind.kind === "order lines") return { ...(await readTable({ database, input, ...kind })), kind: named };
  if (kind.kind === "orders") return { orders: await readList(database, input, kind), bad: [], kind: named };
  throw new Error(`${input.name}: these are products; the orders are needed`);
}

async function readRecords(input: Input): Promise<ReadTable> {
  const orders: Numbered[] = [];
  for await (const fields of jsonRecords(readText(input.file), input.name))
    orders.push({ row: orders.length + 1, order: readOwnOrder(fields) });
  return { orders, bad: [] };
}

/** Records are numbered from one; rows of a table as spreadsheets number them, below the names. */
async function readList(database: Database, { file, name }: Input, { from, read }: OrderList): Promise<readonly Numbered[]> {
  const orders: Numbered[] = [];
  const first = from === "json" ? 1 : 2;
  const records = from === "json" ? jsonRecords(readText(file), name) : tableRecords(database, file);
  for await (const fields of records) orders.push({ row: orders.length + first, order: read(fields) });
  return orders;
}

interface Confirming {
  readonly input: Input;
  readonly question: BookQuestion;
  readonly unpaid: RegExp | undefined;
  readonly orders: Map<string, { readonly order: ConfirmedOrder; readonly isTest: boolean }>;
}

/** Puts a file's orders in, and returns those that are none. @throws where these are most of them. */
async function confirmAll({ orders: read }: Read, { input, question, unpaid, orders }: Confirming): Promise<readonly BadRow[]> {
  const { shop, currency = "", isPlainHttp = false } = question;
  const { order: said, isAmerican } = readDayOrder(read.map(({ order }) => order.time));
  const days = said ?? (isAmerican ? "month first" : "day first");
  const comma = hasDecimalComma(read.flatMap(({ order }) => Object.values(order.sums)));
  const wrong: BadRow[] = [];
  for (const { row, order } of read) {
    const confirmed = await confirmOrder(order, { shop, currency, comma, days, unpaid, isPlainHttp });
    if (confirmed.ok) orders.set(confirmed.order.order, confirmed);
    else wrong.push({ file: input.name, line: row, what: confirmed.fault });
  }
  const [first] = wrong;
  if (!first || wrong.length * 2 <= read.length) return wrong;
  throw new Error(`${input.name}: most of its orders cannot be read, the first in line ${first.line} (${first.what}). Nothing was stored.`);
}
