import type { Rule } from "../../types/config.ts";
import type { Column } from "../reading/columns.ts";
import type { Database } from "../reading/database.ts";
import { loadTable } from "../reading/loadTable.ts";
import { isTicked, readId } from "./sheetCells.ts";
import type { RuleReading, WrittenRule } from "./writtenRule.ts";

/** The columns of a sheet, in its order. */
export const SHEET = [
  "product id",
  "product name",
  "kind",
  "place",
  "offered id",
  "offered name",
  "reason",
  "evidence",
  "origin",
  "accept",
  "never",
  "pin",
] as const;

const MARKS = ["accept", "never", "pin"] as const;
const COLUMNS: readonly Column[] = [
  { key: "product", names: ["product id"], needed: true },
  { key: "offered", names: ["offered id"], needed: true },
  { key: "kind", names: ["kind"] },
  ...MARKS.map((key) => ({ key, names: [key] })),
];

interface Marked {
  readonly row: number;
  readonly product: string;
  readonly offered: string;
  readonly relation: "with" | "instead";
  readonly accept: boolean;
  readonly never: boolean;
  readonly pin: boolean;
}

/** Reads an edited sheet. Only the rows with a mark are held. @throws when the columns of ids are missing. */
export async function readSheet(database: Database, file: string): Promise<RuleReading> {
  const bad = await loadTable({ database, file, table: "sheet", wanted: COLUMNS });
  const faults = bad.map(({ line, what }) => `${file}, line ${line}: ${what.toLowerCase()}`);
  const rows: Marked[] = [];
  const marked = MARKS.map((mark) => `coalesce(trim(${mark}), '') <> ''`).join(" or ");
  await database.each(
    `select rowid::integer, product, offered, kind, accept, never, pin from sheet where ${marked} order by rowid`,
    ([at, ...cells]) => {
      const row = Number(at) + 2;
      const read = readRow(
        row,
        cells.map((cell) => String(cell ?? "")),
      );
      if (typeof read === "string") faults.push(`${file}, row ${row}: ${read}`);
      else rows.push(read);
    },
  );
  for (const { row, never, pin } of rows) if (never && pin) faults.push(`${file}, row ${row}: never and pin; never holds`);
  const pins = rows.filter(({ pin, never }) => pin && !never);
  const pinned = group(pins, file, ({ relation }) => relation).map((one) => ({ ...one, isPinned: true as const }));
  const nevers = group(
    rows.filter(({ never }) => never),
    file,
    () => "never",
  );
  return { rules: [...pinned, ...nevers], accepted: rows.filter(({ accept, never, pin }) => accept && !never && !pin).length, faults };
}

function readRow(row: number, [product = "", offered = "", kind = "", ...marks]: readonly string[]): Marked | string {
  const [accept, never, pin] = marks.map(isTicked);
  const unclear = marks.find((cell) => isTicked(cell) === undefined);
  if (unclear !== undefined || accept === undefined || never === undefined || pin === undefined)
    return `"${unclear}" is no mark; write x, or leave the cell empty`;
  const ids = [readId(product), readId(offered)] as const;
  if ((never || pin) && !ids.every(Boolean)) return "a product id or an offered id is missing";
  return {
    row,
    product: ids[0],
    offered: ids[1],
    relation: kind.trim().toLowerCase() === "instead" ? "instead" : "with",
    accept,
    never,
    pin,
  };
}

/** One rule for each product, in the order of the rows. */
function group(rows: readonly Marked[], file: string, kindOf: (row: Marked) => "with" | "instead" | "never"): readonly WrittenRule[] {
  const groups = new Map<string, { readonly kind: "with" | "instead" | "never"; readonly rows: Marked[] }>();
  for (const row of rows) {
    const kind = kindOf(row);
    const key = JSON.stringify([row.product, kind]);
    const one = groups.get(key) ?? { kind, rows: [] };
    one.rows.push(row);
    groups.set(key, one);
  }
  return [...groups.values()].map(({ kind, rows: own }) => {
    const rule: Rule = { from: { product: own[0]?.product ?? "" }, [kind]: own.map(({ offered }) => offered) };
    return { rule, where: `${file}, row ${own.map(({ row }) => row).join(" and ")}` };
  });
}
