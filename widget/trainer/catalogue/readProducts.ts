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

/** A file of products that is known for what it is. Without `rows` it is a table. */
export interface ProductFile extends Omit<FileReading, "rows"> {
  readonly file: string;
  readonly rows?: readonly Row[];
}

/** Reads the products of all files, each by the format it is found to be. The same rows give the same products in any order and in any files. @throws naming a file that cannot be read. */
export async function readProducts(
  database: Database,
  files: readonly (string | ProductFile)[],
  context: FormatContext,
): Promise<ProductReading> {
  const readings: FileReading[] = [];
  for (const file of files) readings.push(await readFile(database, file, context.tell));
  // Files of several formats may make up one catalogue: they are read together.
  const reads = new Set([...FORMATS, ...readings.map(({ format }) => format)].map(({ read }) => read));
  const products = [...reads].flatMap((read) => {
    const rows = readings.flatMap((reading) => (reading.format.read === read ? reading.rows.map(decodeCells) : []));
    return rows.length ? read(inOrder(rows), context) : [];
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

async function readFile(database: Database, file: string | ProductFile, tell: Tell): Promise<FileReading> {
  if (typeof file !== "string") {
    const { format, name, rows } = file;
    return { format, name, rows: rows ?? (await readRows({ database, file: file.file, format }, tell)) };
  }
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
  return { format, rows: await readRows({ database, file, format }, tell), name: header.form === "parquet" ? "Parquet" : format.name };
}

interface RowReading {
  readonly database: Database;
  readonly file: string;
  readonly format: CatalogueFormat;
}

async function readRows({ database, file, format }: RowReading, tell: Tell): Promise<readonly Row[]> {
  const also = format.also && { also: format.also };
  const bad = await loadTable({ database, file, table: "catalogue", wanted: format.columns, ...also });
  for (const { line, what } of bad) tell(`row that could not be read: ${what.toLowerCase()}`, `${basename(file)}, line ${line}`);
  const keys = (await database.rows("describe catalogue")).map(([name]) => String(name));
  const rows: Row[] = [];
  await database.each("select *, rowid from catalogue", (cells) => {
    const filled = keys.flatMap((key, at) => (String(cells[at] ?? "").trim() ? [[key, String(cells[at]).trim()] as const] : []));
    rows.push({ where: `${basename(file)}, row ${Number(cells[keys.length]) + FIRST_ROW}`, cells: Object.fromEntries(filled) });
  });
  return rows;
}
