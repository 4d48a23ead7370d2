import type { Database } from "../reading/database.ts";
import type { Fate } from "./judgeOrders.ts";
import type { LoadedOrders } from "./loadOrders.ts";
import { FILE_ROWS } from "./orderSql.ts";
import { putInto } from "../lib/putInto.ts";

/** How many lines there are and what became of them. */
export interface Counts {
  /** Lines, those that were left out included. */
  readonly lines: number;
  /** Why lines were left out, and how many. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Where the first of them stand, by the same reasons. */
  readonly where: ReadonlyMap<string, string>;
}

export interface Judged {
  readonly fates: readonly Fate[];
  /** SQL: the number of a line's fate, null for a good one. */
  readonly fate: string;
  readonly files: readonly LoadedOrders[];
}

/** Rows named for each reason. */
const NAMED_ROWS = 5;

/** Counts the lines of `facts` by their fate. */
export async function countFates(database: Database, { fates, fate, files }: Judged): Promise<Counts> {
  const rows = await database.rows(`select fate, count(*)::integer, array_to_string(min(r, ${NAMED_ROWS}) filter (fate is not null), ' ')
    from (select ${fate} as fate, r from facts) group by fate order by fate`);
  const skipped = new Map<string, number>();
  const where = new Map<string, string>();
  for (const [at, count, places] of rows) {
    const why = at === null ? undefined : fates[Number(at)]?.why;
    if (why === undefined) continue;
    skipped.set(why, Number(count));
    where.set(why, describePlaces(String(places).split(" ").map(Number), files));
  }
  return { lines: rows.reduce((sum, [, count]) => sum + Number(count), 0), skipped, where };
}

/** `orders.csv, rows 3, 9` as spreadsheets number them, the row of names being the first. */
function describePlaces(places: readonly number[], files: readonly LoadedOrders[]): string {
  const numbers = new Map<number, number[]>();
  for (const place of places) {
    const at = Math.floor(place / FILE_ROWS);
    putInto(numbers, at, rowNumber(place % FILE_ROWS, files[at]));
  }
  return [...numbers].map(([at, rows]) => `${files[at]?.file}, ${rows.length > 1 ? "rows" : "row"} ${rows.join(", ")}`).join("; ");
}

function rowNumber(place: number, file: LoadedOrders | undefined): number {
  if (file?.header.form !== "csv") return file?.header.form === "json" ? place : place + 1;
  let row = place + file.header.skip + 2;
  for (const { line } of file.bad) if (line <= row) row++;
  return row;
}
