import type { DuckDBConnection } from "@duckdb/node-api";
import { CONFIRMED, EVENT, FIELDS, LINE } from "./duckdbTables.ts";
import type { Exporting } from "./store.ts";

/** What an exported confirmed order calls its fields, as its type does; its mark is two columns. */
const ORDER_FIELDS: Readonly<Record<string, string>> = { ...FIELDS, happened: "at", cancelled: "isCancelled" };

const ROWS = { events: "events order by arrival", orders: "confirmed order by happened, shop, order_hash" } as const;

/** Writes a table. Fields are called as in the types of events and confirmed orders; times are milliseconds since 1970. */
export async function exportTable(connection: DuckDBConnection, { table, format, file }: Exporting): Promise<void> {
  const [shape, fields] = table === "events" ? [EVENT, FIELDS] : [CONFIRMED, ORDER_FIELDS];
  const columns = Object.entries(shape).map(([name, type]) => `${valueOf(name, type, format)} as "${fields[name] ?? name}"`);
  const how = format === "csv" ? "format csv, header" : "format parquet, compression zstd";
  await connection.run(`copy (select ${columns.join(", ")} from ${ROWS[table]}) to '${file.replaceAll("'", "''")}' (${how})`);
}

function valueOf(name: string, type: unknown, format: Exporting["format"]): string {
  if (typeof type !== "string") {
    const value = type === EVENT.lines ? LINES : name;
    return format === "csv" ? asText(value) : value;
  }
  return format === "csv" && type === "VARCHAR" ? guarded(name) : name;
}

/**
 * A spreadsheet takes a cell that begins with one of these for a formula, unless an apostrophe comes before. A negative number is
 * left alone. Whoever reads it back takes one apostrophe away where apostrophes and such a sign follow.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const guarded = (name: string): string => `case
  when regexp_matches(${name}, '^''*[=+\\-@\\t\\r]') and not regexp_full_match(${name}, '-\\d+(\\.\\d+)?') then '''' || ${name}
  else ${name} end`;

const LINES = `list_transform(lines, lambda line: {${Object.keys(LINE)
  .map((name) => `'${FIELDS[name] ?? name}': line.${name}`)
  .join(", ")}})`;

/** A list as JSON, its objects without the fields that have no value. */
const asText = (list: string): string => `to_json(list_transform(${list}, lambda one: json_merge_patch('{}', to_json(one))))`;
