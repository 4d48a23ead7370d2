import { type BookForm, SUMS } from "../trainer/exports/bookForm.ts";
import type { ExportedLine, ExportedOrder } from "../trainer/exports/exportKind.ts";
import { NAMES_APART, namesOf, type OrderForm, type Places } from "../trainer/orders/orderForm.ts";
import type { Database } from "../trainer/reading/database.ts";
import { loadFile } from "../trainer/reading/loadTable.ts";
import type { Input } from "../trainer/reading/openInputs.ts";
import type { BadRow } from "../trainer/reading/readCsv.ts";
import { parseAmount } from "../trainer/reading/parseAmount.ts";
import { SHIPPING } from "./keptLines.ts";
import { isSaid } from "./readOwnOrder.ts";

/** An order, and where in its file it begins. */
export interface Numbered {
  readonly row: number;
  readonly order: ExportedOrder;
}

export interface TableReading {
  readonly database: Database;
  readonly input: Input;
  readonly form: OrderForm;
  readonly books: BookForm;
}

export interface ReadTable {
  readonly orders: readonly Numbered[];
  readonly bad: readonly BadRow[];
  /** What is to be known about its sums. */
  readonly note?: string;
}

type Cells = ReadonlyMap<string, string>;

/** Any of these says what the goods of an order came to. */
const TOLD: readonly string[] = ["net", "total", "goods"];
const FLAGS = ["names", "isTest", "isReturned", "isOther"];
/** How database tools write what is not there. */
const NO_NAME = /^(null|\\n)?$/i;
/** Rows are numbered as spreadsheets number them: from one, the names in the first. */
const FIRST_ROW = 2;

/**
 * The orders of a table of order lines, or of orders: of each, its rows together, also where they stand apart or go on with the one above.
 * @throws naming what is missing when the table does not say what orders came to.
 */
export async function readTable({ database, input, form, books }: TableReading): Promise<ReadTable> {
  const wanted = [...books.columns, ...form.columns];
  const keys = [...new Set(wanted.map(({ key }) => key))];
  const { places, header, bad } = await loadFile({
    ...{ database, ...input, wanted, table: "book" },
    select: (found) => [...columnsOf(keys, found), ...flagsOf(form, found)].join(", "),
  });
  if (header.columns.length && !TOLD.some((key) => places.has(key))) {
    throw new Error(`${input.name}: it does not say what the orders came to; ${books.mend}\nfound:\n  ${header.columns.join(", ")}`);
  }
  const orders: { row: number; rows: Cells[]; id: string }[] = [];
  const names = [...keys, ...FLAGS];
  await database.each(sorted(keys, FIRST_ROW + header.skip), ([row, id, ...cells]) => {
    // Most cells of most tables are blank, and there are many of both.
    const known = new Map<string, string>();
    for (const [at, key] of names.entries()) if (cells[at] !== null && cells[at] !== "") known.set(key, String(cells[at]));
    const last = orders.at(-1);
    if (last && id !== null && last.id === id) last.rows.push(known);
    else orders.push({ row: Number(row), rows: [known], id: String(id ?? "") });
  });
  await database.run("drop table book");
  const note = noteOf(places, books);
  return { orders: orders.map(({ row, rows }) => ({ row, order: readOrder(rows, books) })), bad, ...(note && { note }) };
}

/** Net is less than the total where the table does not say what of it is none. */
function noteOf(places: Places, { columns, mend }: BookForm): string | undefined {
  if (!places.has("total") || places.has("net")) return undefined;
  const missing = ["tax", "shipping"].filter((key) => columns.some((column) => column.key === key) && !places.has(key));
  return missing.length > 0 ? `there is no column for ${missing.join(" and ")}, which is taken for none; ${mend}` : undefined;
}

const columnsOf = (keys: readonly string[], places: Places): readonly string[] =>
  keys.map((key) => `${places.get(key) ?? "null"}::varchar as "${key}"`);

function flagsOf(form: OrderForm, places: Places): readonly string[] {
  const flags = { isTest: form.test?.(places), isReturned: form.returned?.(places), isOther: form.other?.(places) };
  return [
    `${namesOf(places, form.items)} as names`,
    ...Object.entries(flags).map(([name, sql]) => `coalesce(${sql ?? "false"}, false) as "${name}"`),
  ];
}

/** Rows without an order and all that is said once for it go on with the one above. */
function sorted(keys: readonly string[], first: number): string {
  const level = ["order", "time", "customer", "status"].filter((key) => keys.includes(key));
  const isOn = level.map((key) => `coalesce(trim("${key}"), '') = ''`).join(" and ");
  const cells = [...keys, ...FLAGS].map((key) => `"${key}"`).join(", ");
  return `with numbered as (select *, (rowid + ${first})::integer as at_row, nullif(trim("order"), '') as own from book),
    whole as (select *, if(${isOn}, last_value(own ignore nulls) over (order by at_row rows unbounded preceding), own) as whose from numbered)
    select at_row, whose, ${cells} from whole order by min(at_row) over (partition by whose, if(whose is null, at_row, null)), at_row`;
}

function readOrder(rows: readonly Cells[], { states = {} }: BookForm): ExportedOrder {
  const first = (key: string) => rows.map((row) => row.get(key)?.trim() ?? "").find(Boolean) ?? "";
  const named = first("status");
  const status = NO_NAME.test(named) ? (states[first("state")] ?? "") : named;
  const scale = scaleBy(first("rate"));
  return {
    ...{ order: first("order"), time: first("time"), customer: first("customer"), currency: first("currency"), mark: first("mark") },
    status: isSaid(first("cancelled")) ? "cancelled" : status,
    isTest: rows.some((row) => row.get("isTest") === "true") || isSaid(first("test")),
    sums: Object.fromEntries(SUMS.map((key) => [key, scale(first(key))])),
    lines: rows.filter((row) => row.get("names")).map((row) => readLine(row, scale)),
  };
}

function readLine(row: Cells, scale: (sum: string) => string): ExportedLine {
  const cell = (key: string) => row.get(key) ?? "";
  const [refunded, cost] = [scale(cell("lineRefund")), scale(cell("lineCost"))];
  const returned = Math.max(...["returned", "refundedPieces"].map((key) => parseAmount(cell(key)) ?? 0));
  const kept = parseAmount(cell("keptPieces"));
  return {
    names: cell("names").split(NAMES_APART),
    // What is no product by its type is known by its name as such.
    name: cell("isOther") === "true" ? SHIPPING : cell("name"),
    quantity: cell("quantity") || (kept === undefined ? "" : String(kept + returned)),
    price: scale(cell("price")),
    sum: scale(cell("lineSum")),
    discount: scale(cell("lineDiscount")),
    returned: String(returned),
    isLost: cell("isReturned") === "true",
    ...(refunded && { refunded }),
    ...(cost && { cost }),
  };
}

/** Sums in another measure than the order's currency, made its own. */
function scaleBy(rate: string): (sum: string) => string {
  const factor = parseAmount(rate) ?? 1;
  return (sum) => {
    const amount = factor === 1 ? undefined : parseAmount(sum);
    return amount === undefined ? sum : (amount * factor).toFixed(6);
  };
}
