import { type Database, quoted } from "./database.ts";
import type { Header } from "./readHeader.ts";
import { openPieces } from "./recode.ts";

/** A row of a file that could not be read: where it stands and what is wrong with it. */
export interface BadRow {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

export interface CsvReading {
  readonly database: Database;
  /** What messages call the file. */
  readonly name: string;
  readonly header: Header;
  /** The statement that takes the rows; `from` is its last clause. */
  sql(from: string): string;
}

/** DuckDB's own limit. */
const LONGEST_LINE = 2_000_000;
const LONG_LINE = `longer than ${LONGEST_LINE / 1_000_000} MB`;
const OPEN_QUOTE = "unquoted value";
/** In a row that is not UTF-8. */
export const WRONG_ENCODING = "invalid encoding";

/**
 * Runs a statement over the rows of a CSV file in UTF-8 and returns the rows that could not be read. @throws on a quote that is not closed
 * and on a line too long to be one.
 */
export async function readCsv(reading: CsvReading, file: string): Promise<readonly BadRow[]> {
  const { database, sql } = reading;
  // Rows are looked at one by one only where something is wrong: a file without a fault is read at full speed.
  const isClean = await database.run(sql(fromCsv(reading, file, ""))).then(
    () => true,
    () => false,
  );
  if (isClean) return [];
  await refuseLongLine(reading, file);
  const bad = await readFaulty(reading, file, "");
  const quotes = bad.filter(({ what }) => what === OPEN_QUOTE);
  const open = quotes.find(({ text }) => (text.match(/"/g)?.length ?? 0) % 2 === 1);
  if (open) throw new Error(`${reading.name}, line ${open.line}: a quote is opened and not closed`);
  // What is left are words before or after a quoted part of a cell.
  return quotes.length ? readFaulty(reading, file, ", strict_mode = false") : bad;
}

interface FaultyRow extends BadRow {
  readonly text: string;
}

async function readFaulty(reading: CsvReading, file: string, how: string): Promise<readonly FaultyRow[]> {
  const { database, name, sql } = reading;
  await database.run("drop table if exists reject_errors; drop table if exists reject_scans");
  await database.run(sql(fromCsv(reading, file, `, store_rejects = true${how}`)));
  const rows = await database.rows(`select line::integer, min(error_type)::varchar, any_value(csv_line)::varchar
    from reject_errors group by line order by line`);
  return rows.map(([line, what, text]) => ({
    file: name,
    line: Number(line),
    what: describe(String(what).toLowerCase()),
    text: String(text ?? ""),
  }));
}

const describe = (what: string): string => (what.includes("size over maximum") ? LONG_LINE : what);

function fromCsv({ header }: CsvReading, file: string, how: string): string {
  const columns = header.columns.map((column) => `${quoted(column)}: 'VARCHAR'`).join(", ");
  const form = `auto_detect = false, header = true, skip = ${header.skip}, delim = ${quoted(header.delimiter)}, quote = '"', escape = '"'`;
  return `from read_csv(${quoted(file)}, ${form}, compression = '${header.gzip ? "gzip" : "none"}', columns = {${columns}}${how})`;
}

const LINE_FEED = 10;

/** DuckDB leaves out some of the very long lines without a word. */
async function refuseLongLine({ name, header }: CsvReading, file: string): Promise<void> {
  let line = 1;
  let length = 0;
  for await (const piece of openPieces({ file, gzip: header.gzip })) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      if (length + end - from > LONGEST_LINE) break;
      from = end + 1;
      length = 0;
      line++;
    }
    length += piece.length - from;
    if (length > LONGEST_LINE) throw new Error(`${name}, line ${line}: ${LONG_LINE}`);
  }
}
