import { parseArgs } from "node:util";
import type { Band } from "./rank.ts";

/** What `goeswith train` was asked to do. */
export interface TrainOptions {
  readonly orders: readonly string[];
  readonly catalogue?: string;
  readonly out: string;
  readonly minOrders: number;
  readonly neighbours: number;
  readonly popularity: number;
  readonly band: Band;
  readonly shards?: number;
  readonly currency?: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

export const TRAIN_HELP = `goeswith train [--orders FILE…] [--catalogue FILE] --out DIR

Makes the model files out of order lines and a catalogue (CSV, gzipped CSV or Parquet).

  --orders FILE…      order lines: order_id, item_id, and if there are any quantity, status
  --catalogue FILE    products: item_id, name, and what else is known of them
  --out DIR           folder of the model files; an earlier model there stays until the new one is complete
  --min-orders N      a relation is written when at least so many orders show it (5)
  --neighbours N      relations kept per product (16)
  --popularity G      how much a product's own popularity counts, 0 to 1 (1)
  --band LOW..HIGH    how many times the price a better alternative may cost (1.05..2)
  --shards N          number of files (one for about four products)
  --currency CODE     currency of the prices (the catalogue's, else EUR)
  --date YYYY-MM-DD   date written into the model (today)`;

/** Reads the command line. @throws naming the option that is wrong. */
export function readTrainOptions(args: readonly string[]): TrainOptions | "help" {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      orders: { type: "string", multiple: true, default: [] },
      catalogue: { type: "string" },
      out: { type: "string" },
      "min-orders": { type: "string", default: "5" },
      neighbours: { type: "string", default: "16" },
      popularity: { type: "string", default: "1" },
      band: { type: "string", default: "1.05..2" },
      shards: { type: "string" },
      currency: { type: "string" },
      date: { type: "string", default: new Date().toISOString().slice(0, 10) },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const { catalogue, out, shards, currency, date } = values;
  if (positionals.length && !values.orders.length) throw new Error(`${positionals[0]}: say --orders or --catalogue before a file`);
  const orders = [...values.orders, ...positionals];
  if (!out) throw new Error("--out DIR is needed");
  if (!orders.length && catalogue === undefined) throw new Error("--orders FILE or --catalogue FILE is needed");
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw new Error(`--currency ${currency}: three capital letters are needed`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`--date ${date}: YYYY-MM-DD is needed`);
  return {
    orders,
    ...(catalogue !== undefined && { catalogue }),
    out,
    minOrders: readNumber("min-orders", values["min-orders"], { from: 1, to: 1_000_000, whole: true }),
    neighbours: readNumber("neighbours", values.neighbours, { from: 1, to: 200, whole: true }),
    popularity: readNumber("popularity", values.popularity, { from: 0, to: 1 }),
    band: readBand(values.band),
    ...(shards !== undefined && { shards: readNumber("shards", shards, { from: 1, to: 1_000_000, whole: true }) }),
    ...(currency !== undefined && { currency }),
    date,
  };
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
