import { createWriteStream } from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ProductFile } from "../catalogue/readProducts.ts";
import type { Row } from "../catalogue/rawProduct.ts";
import { readText } from "../catalogue/readText.ts";
import type { OrderInput } from "../orders/orderForm.ts";
import type { Database } from "../reading/database.ts";
import { type Input, openInputs } from "../reading/openInputs.ts";
import { EXPORTED_ORDERS, writeOrder } from "./exportedOrders.ts";
import type { Fields, OrderList, OrderTable, ProductList, ShopSystem } from "./exportKind.ts";
import { jsonRecords } from "./jsonRecords.ts";
import { countCurrencies, tableRecords } from "./tableRecords.ts";
import { tellKind } from "./tellKind.ts";

/** What files of a shop system were found to be. */
export interface Exports {
  readonly title: string;
  readonly orders: readonly OrderInput[];
  readonly products: readonly ProductFile[];
  /** What each file is, as the summary says it. */
  readonly named: readonly (readonly [file: string, kind: string])[];
  /** The one most orders were paid in, where any of them says. */
  readonly currency?: string;
}

interface Opening {
  readonly database: Database;
  /** Number of the file. */
  readonly at: number;
  readonly input: Input;
  /** How many orders were paid in a currency. */
  readonly currencies: Map<string, number>;
}

/** Tells apart files of one shop system by their columns, and makes them ready to be read. @throws naming one that is none of its exports. */
export async function openExports(database: Database, system: ShopSystem, files: readonly string[]): Promise<Exports> {
  const [orders, products, named] = [[] as OrderInput[], [] as ProductFile[], [] as [string, string][]];
  const currencies = new Map<string, number>();
  for (const [at, input] of (await openInputs(files, database.folder)).entries()) {
    const kind = await tellKind(system, input);
    if (!kind) {
      named.push([input.name, "nothing in it"]);
      continue;
    }
    const opening = { database, at, input, currencies };
    if (kind.kind === "useless") throw new Error(`${input.name}: ${kind.mend}`);
    else if (kind.kind === "order lines") orders.push(await openLines(kind, opening));
    else if (kind.kind === "orders") orders.push(await openOrders(kind, opening));
    else if (kind.kind === "product table") products.push({ file: input.file, format: kind.format, name: `${system.title} ${kind.name}` });
    else products.push({ ...(await openProducts(kind, input)), name: `${system.title} ${kind.name}` });
    named.push([input.name, kind.name]);
  }
  const [[currency] = []] = [...currencies].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { title: system.title, orders, products, named, ...(currency && { currency }) };
}

async function openLines({ form }: OrderTable, { database, input, currencies }: Opening): Promise<OrderInput> {
  await countCurrencies(database, input, { form, currencies });
  return { ...input, form };
}

/** Orders are written down one a line, so that their numbers in the file are those of the lines. */
async function openOrders({ from, read }: OrderList, { database, at, input, currencies }: Opening): Promise<OrderInput> {
  const file = join(database.folder, `export${at}.jsonl`);
  const records = from === "json" ? jsonRecords(readText(input.file), input.name) : tableRecords(database, input.file);
  const lines = async function* (): AsyncGenerator<string> {
    // In the place of the row of names, so that lines are numbered as spreadsheets number rows.
    if (from === "table") yield "\n";
    for await (const fields of records) {
      const order = read(fields);
      if (order.currency) currencies.set(order.currency, (currencies.get(order.currency) ?? 0) + 1);
      yield writeOrder(order);
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return { file, name: input.name, form: EXPORTED_ORDERS };
}

async function openProducts({ format, read }: ProductList, { file, name }: Input): Promise<Pick<ProductFile, "file" | "format" | "rows">> {
  const rows: Row[] = [];
  let count = 0;
  for await (const fields of jsonRecords(readText(file), name)) {
    const where = `${basename(name)}, product ${++count}`;
    for (const cells of read(fields)) rows.push({ where, cells: filled(cells) });
  }
  return { file, format, rows };
}

const filled = (cells: Fields): Fields => Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""));
