import { basename } from "node:path";
import { findColumns } from "../reading/columns.ts";
import type { Database } from "../reading/database.ts";
import { loadTable } from "../reading/loadTable.ts";
import { readHeader } from "../reading/readHeader.ts";
import type { CatalogueFormat, FormatContext } from "./catalogueFormat.ts";
import { decodeCells } from "./decodeCells.ts";
import { merchantFormat } from "./merchantFormat.ts";
import { ownFormat } from "./ownFormat.ts";
import type { RawProduct, Row, Tell } from "./rawProduct.ts";
import { readJsonLines } from "./readJsonLines.ts";
import { readMerchantXml } from "./readMerchantXml.ts";
import { firstCharacter } from "./readText.ts";
import { shopifyFormat } from "./shopifyFormat.ts";
import { wooFormat } from "./wooFormat.ts";

/** A table is of the first format that its columns speak for. */
const FORMATS: readonly CatalogueFormat[] = [shopifyFormat, wooFormat, merchantFormat, ownFormat];

export interface ProductReading {
  readonly products: readonly RawProduct[];
  readonly rows: number;
  /** As the summary says them: what the files were recognised as. */
  readonly formats: readonly string[];
}

interface FileReading {
  readonly format: CatalogueFormat;
  readonly rows: readonly Row[];
  /** As the summary says it. */
  readonly name: string;
}

/** Reads the products of all files, each by the format it is found to be. The same rows give the same products in any order and in any files. @throws naming a file that cannot be read. */
export async function readProducts(database: Database, files: readonly string[], context: FormatContext): Promise<ProductReading> {
  const readings: FileReading[] = [];
  for (const file of files) readings.push(await readFile(database, file, context.tell));
  const products = FORMATS.flatMap((format) => {
    const rows = readings.flatMap((reading) => (reading.format === format ? reading.rows.map(decodeCells) : []));
    return rows.length ? format.read(inOrder(rows), context) : [];
  });
  const total = readings.reduce((sum, { rows }) => sum + rows.length, 0);
  return { products, rows: total, formats: [...new Set(readings.map(({ name }) => name))].sort() };
}

/** By what they hold, so that their order in the files does not matter; where a row stands is not a part of it. */
function inOrder(rows: readonly Row[]): readonly Row[] {
  return rows
    .map((row) => ({ row, key: JSON.stringify(row.cells) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

async function readFile(database: Database, file: string, tell: Tell): Promise<FileReading> {
  const first = await firstCharacter(file);
  if (!first) throw new Error(`${file}: the file is empty; a catalogue has a header and one product a row`);
  if (first === "<") return { format: merchantFormat, rows: await readMerchantXml(file, tell), name: "Google Merchant feed, XML" };
  if (first === "{") return readJson(file, tell);
  return readTable(database, file, tell);
}

async function readJson(file: string, tell: Tell): Promise<FileReading> {
  const lines = await readJsonLines(file, tell);
  const found = [...new Set(lines.flatMap(({ cells }) => Object.keys(cells)))].sort();
  const format = formatOf(found);
  const places = findColumns(file, found, [...format.columns, ...(format.also?.(found) ?? [])]);
  const rows = lines.map(({ where, cells }) => {
    const known = [...places].filter(([, name]) => Object.hasOwn(cells, name));
    return { where, cells: Object.fromEntries(known.map(([key, name]) => [key, cells[name]])) };
  });
  return { format, rows, name: "JSON lines" };
}

const formatOf = (columns: readonly string[]): CatalogueFormat => FORMATS.find((format) => format.isWritten(columns)) ?? ownFormat;

/** The first row of a table stands below its header. */
const FIRST_ROW = 2;

async function readTable(database: Database, file: string, tell: Tell): Promise<FileReading> {
  const header = await readHeader(file);
  const format = formatOf(header.columns);
  const also = format.also && { also: format.also };
  const bad = await loadTable({ database, file, table: "catalogue", wanted: format.columns, ...also });
  for (const { line, what } of bad) tell(`row that could not be read: ${what.toLowerCase()}`, `${basename(file)}, line ${line}`);
  const keys = (await database.rows("describe catalogue")).map(([name]) => String(name));
  const rows: Row[] = [];
  await database.each("select *, rowid from catalogue", (cells) => {
    const filled = keys.flatMap((key, at) => (String(cells[at] ?? "").trim() ? [[key, String(cells[at]).trim()] as const] : []));
    rows.push({ where: `${basename(file)}, row ${Number(cells[keys.length]) + FIRST_ROW}`, cells: Object.fromEntries(filled) });
  });
  return { format, rows, name: header.form === "parquet" ? "Parquet" : format.name };
}
