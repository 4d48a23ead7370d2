import { parseArgs } from "node:util";
import { type Compression, readCompressions } from "./files/compress.ts";
import { isAddress } from "./feedback/fetchEvents.ts";
import type { ChosenColumns } from "./orders/orderColumns.ts";
import { readColumns, readMemory, readSince } from "./orders/orderOptions.ts";
import { type ProfitWishes, readProfitWishes } from "./profit/profitOptions.ts";
import type { Band } from "./alternatives/rank.ts";
import type { ShopSystem } from "./exports/exportKind.ts";
import { SHOP_SYSTEMS } from "./exports/index.ts";

/** Exports to read: of which shop system, and the files, patterns of such, or `-`. */
export interface ExportChoice {
  readonly system: ShopSystem;
  readonly files: readonly string[];
}

/** What `goeswith train` was asked to do. */
export interface TrainOptions {
  /** Files of order lines, patterns of such, or `-`. */
  readonly orders: readonly string[];
  readonly columns: ChosenColumns;
  /** Exports of a shop system, told apart by their columns. */
  readonly from?: ExportChoice;
  /** A date, or a time before the newest day of the orders; absent: all of them. */
  readonly since?: string;
  /** Of the database; the rest of the process needs its own. */
  readonly memory: string;
  /** Say on stderr what is being done where there is no terminal. */
  readonly verbose: boolean;
  /** Pair counts made elsewhere, in place of orders. */
  readonly pairs: readonly string[];
  readonly savePairs?: string;
  /** Files of products, or patterns of such. */
  readonly catalogue: readonly string[];
  /** Files of the merchant's rules, in order. */
  readonly rules: readonly string[];
  /** What shoppers made of the offers: files, patterns of such, `-`, or addresses. */
  readonly events: readonly string[];
  /** For addresses of events that ask for one. */
  readonly token?: string;
  /** Forms in which every file is written once more. */
  readonly compress: readonly Compression[];
  readonly out: string;
  /** Absent: by how many orders there are. */
  readonly minOrders?: number;
  readonly neighbours: number;
  /** Days in which an order loses half its weight; 0: never. */
  readonly halfLife: number;
  /** Say how good the model is, measured on the newest orders. */
  readonly evaluate: boolean;
  readonly popularity: number;
  readonly band: Band;
  /** What the merchant says of attributes: `memory=more`, or names of JSON files. */
  readonly ways: readonly string[];
  readonly wishes: ProfitWishes;
  readonly shards?: number;
  readonly currency?: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

export const TRAIN_HELP = `goeswith train [--orders FILE…] [--catalogue FILE…] --out DIR
goeswith train --from SYSTEM FILE… --out DIR

Makes the model files out of order lines and a catalogue, or out of the exports of a shop system.

  --orders FILE…      order lines: order_id, item_id, and if there are any quantity, price, timestamp, customer, status; CSV, JSON lines, both
                      also gzipped, or Parquet, also as a pattern ('exports/*.csv.gz') or - for what is piped in
  --from SYSTEM FILE…  in place of --orders, and of --catalogue where there are products among them: exports of woocommerce, shopify,
                      prestashop or opencart as they are, told apart by their columns; the README says which
  --columns KEY=NAME,…  what the files call these: order, item, quantity, price, time, customer, status, cancelled, name, test
  --since TIME        leave out orders older than 180d, 26w, 12m or 2y before the newest one, or than YYYY-MM-DD
  --memory SIZE       memory of the database (1GB); what does not fit goes to the temporary folder
  --verbose           say on stderr what is being done; on a terminal a bar does
  --catalogue FILE…   products: a table or JSON lines with item_id, name and what else is known of them, a Google Merchant feed (table or
                      XML), or the product export of Shopify or WooCommerce; also as a pattern
  --pairs FILE…       in place of orders: item_a, item_b, orders, and if there is any weight
  --save-pairs FILE   also write what was counted, as a file for --pairs
  --evaluate          also measure on the newest tenth of the orders how good the model is
  --rules FILE        the merchant's rules, which the configuration then asks for with "rules": "model": JSON as there, or an edited
                      sheet of goeswith review; may be given several times
  --events FILE|URL…  what shoppers saw, took and refused, so that pairs that are declined or do not fit weigh less and those that are taken
                      more: JSON lines as browsers post them, what goeswith export writes, or the address of a collector
  --token T           for a collector that asks for one
  --compress gzip,br  also write FILE.gz and FILE.br beside every file, for hosts that serve such copies
  --out DIR           folder of the model files; an earlier model there stays until the new one is complete
  --min-orders N      a relation is written when at least so many orders show it (5; of fewer than 5,000 orders 3)
  --neighbours N      relations kept per product (20)
  --half-life DAYS    in so many days an order loses half its weight; 0: never (365)
  --popularity G      how much a product's own popularity counts, 0 to 1 (1)
  --band LOW..HIGH    how many times the price a better alternative may cost (1.05..2)
  --better NAME=WAY   of an attribute more, less or none is better (memory=more); may be given several times, also a JSON file of such
  --handling SUM      what one more order line costs to pick and pack; an add-on must earn it (0)
  --min-margin SUM    what an add-on must earn besides, or a share of its price such as 10% (0); costs come from the catalogue
  --objective WHAT    what add-ons are ordered by besides how likely they are taken: conversion (default), revenue, margin
  --shards N          number of files (one for about two products)
  --currency CODE     currency of the prices (the catalogue's, else EUR)
  --date YYYY-MM-DD   date written into the model (today)`;

type Token =
  | { readonly kind: "option"; readonly name: string; readonly value?: string | undefined }
  | { readonly kind: "positional"; readonly value: string }
  | { readonly kind: "option-terminator" };

/** Reads the command line. @throws naming the option that is wrong. */
export function readTrainOptions(args: readonly string[]): TrainOptions | "help" {
  const { values, tokens } = parseArgs({
    tokens: true,
    args: [...args],
    allowPositionals: true,
    options: {
      orders: { type: "string", multiple: true, default: [] },
      from: { type: "string", multiple: true, default: [] },
      columns: { type: "string", multiple: true, default: [] },
      since: { type: "string" },
      memory: { type: "string", default: "1GB" },
      verbose: { type: "boolean", default: false },
      catalogue: { type: "string", multiple: true, default: [] },
      better: { type: "string", multiple: true, default: [] },
      handling: { type: "string", default: "0" },
      "min-margin": { type: "string", default: "0" },
      objective: { type: "string", default: "conversion" },
      rules: { type: "string", multiple: true, default: [] },
      events: { type: "string", multiple: true, default: [] },
      token: { type: "string" },
      compress: { type: "string", default: "" },
      out: { type: "string" },
      "min-orders": { type: "string" },
      neighbours: { type: "string", default: "20" },
      "half-life": { type: "string", default: "365" },
      pairs: { type: "string", multiple: true, default: [] },
      "save-pairs": { type: "string" },
      evaluate: { type: "boolean", default: false },
      popularity: { type: "string", default: "1" },
      band: { type: "string", default: "1.05..2" },
      shards: { type: "string" },
      currency: { type: "string" },
      date: { type: "string", default: new Date().toISOString().slice(0, 10) },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const { out, shards, currency, date } = values;
  if (values.orders.length && values.pairs.length)
    throw new Error("--orders and --pairs exclude each other: pairs are orders counted elsewhere");
  const [orders, pairs, catalogue] = [filesOf(tokens, "orders"), filesOf(tokens, "pairs"), filesOf(tokens, "catalogue")];
  const from = values.from.length ? readFrom(values.from, filesOf(tokens, "from")) : undefined;
  for (const other of ["orders", "pairs", "columns"] as const)
    if (from && values[other].length) throw new Error(`--from and --${other} exclude each other: exports are read for what they are`);
  const events = filesOf(tokens, "events");
  if (values.token !== undefined && !events.some(isAddress)) throw new Error("--token is for --events URL");
  if (values.evaluate && !orders.length && !from) throw new Error("--evaluate needs --orders");
  if (!out) throw new Error("--out DIR is needed");
  if (!orders.length && !pairs.length && !catalogue.length && !from) throw new Error("--orders FILE or --catalogue FILE is needed");
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw new Error(`--currency ${currency}: three capital letters are needed`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`--date ${date}: YYYY-MM-DD is needed`);
  return {
    orders,
    ...(from && { from }),
    columns: readColumns(values.columns),
    ...(values.since !== undefined && { since: readSince(values.since) }),
    memory: readMemory(values.memory),
    verbose: values.verbose,
    pairs,
    ...(values["save-pairs"] !== undefined && { savePairs: values["save-pairs"] }),
    evaluate: values.evaluate,
    halfLife: readNumber("half-life", values["half-life"], { from: 0, to: 100_000 }),
    catalogue,
    rules: values.rules,
    events,
    ...(values.token !== undefined && { token: values.token }),
    compress: readCompressions(values.compress),
    out,
    ...(values["min-orders"] !== undefined && {
      minOrders: readNumber("min-orders", values["min-orders"], { from: 1, to: 1_000_000, whole: true }),
    }),
    neighbours: readNumber("neighbours", values.neighbours, { from: 1, to: 200, whole: true }),
    popularity: readNumber("popularity", values.popularity, { from: 0, to: 1 }),
    band: readBand(values.band),
    ways: values.better,
    wishes: readProfitWishes({ handling: values.handling, minMargin: values["min-margin"], objective: values.objective }),
    ...(shards !== undefined && { shards: readNumber("shards", shards, { from: 1, to: 1_000_000, whole: true }) }),
    ...(currency !== undefined && { currency }),
    date,
  };
}

/** Options that take several files one after the other, as a shell writes out a pattern. */
const FILES = ["orders", "pairs", "catalogue", "events", "from"];

function filesOf(tokens: readonly Token[], option: string): readonly string[] {
  const files: string[] = [];
  let last = "";
  for (const token of tokens) {
    if (token.kind === "option") last = token.name;
    if (token.kind === "positional" && !FILES.includes(last))
      throw new Error(`${token.value}: say --orders, --pairs, --catalogue, --events or --from SYSTEM before a file`);
    if (last === option && token.kind !== "option-terminator" && token.value !== undefined) files.push(token.value);
  }
  return files;
}

/** The files begin with the name of the system. */
function readFrom(systems: readonly string[], [name = "", ...files]: readonly string[]): ExportChoice {
  const system = SHOP_SYSTEMS.get(name);
  if (!system) throw new Error(`--from ${name}: one of ${[...SHOP_SYSTEMS.keys()].join(", ")} is needed`);
  if (systems.length > 1) throw new Error("--from is given more than once: a model is of one shop");
  if (!files.length) throw new Error(`--from ${name}: FILE… is needed, the exports of the shop`);
  return { system, files };
}

function readNumber(name: string, text: string, { from, to, whole }: { from: number; to: number; whole?: boolean }): number {
  const value = text.trim() ? Number(text) : Number.NaN;
  if (value >= from && value <= to && (!whole || Number.isInteger(value))) return value;
  throw new Error(`--${name} ${text}: a ${whole ? "whole " : ""}number from ${from} to ${to} is needed`);
}

function readBand(text: string): Band {
  const [from = Number.NaN, to = Number.NaN, ...more] = text.split("..").map(Number);
  if (from > 1 && to >= from && !more.length) return { from, to };
  throw new Error(`--band ${text}: two numbers above 1 are needed, as in 1.05..2`);
}
