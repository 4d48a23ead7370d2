import type { Column } from "../reading/columns.ts";
import type { Input } from "../reading/openInputs.ts";

/** The names of a file's columns, as SQL, by key. */
export type Places = ReadonlyMap<string, string>;

/** Order lines as one shop system writes them: which columns say what, and what some of them mean beside that. */
export interface OrderForm {
  /** By the keys of `ORDER_COLUMNS` but `item`, and keys of its own. */
  readonly columns: readonly Column[];
  /** Keys of the columns that name the item, the surest first. Of a line's names the first one the catalogue knows counts. */
  readonly items: readonly string[];
  /** Written by the trainer itself: its columns say nothing to the merchant. */
  readonly isOurs?: true;
  /** SQL: the order was given back, or never came about, whatever its status says. */
  lost?(places: Places): string;
  /** SQL: the line was given back. */
  returned?(places: Places): string;
  /** SQL: the order is a trial. */
  test?(places: Places): string;
  /** SQL: the line is no product. */
  other?(places: Places): string;
}

/** A file of order lines that is known for what it is. */
export interface OrderInput extends Input {
  readonly form: OrderForm;
}

/** Status of a line that was given back, which says nothing of the other lines. */
export const RETURNED = "refunded line";

/** Stands between the names of one item. */
export const NAMES_APART = "\u001F";

/** A cell that may not be there, as SQL. */
export const cellOf = (places: Places, key: string): string => places.get(key) ?? "null::varchar";

/** The digits of a sum or a quantity, as SQL: good for comparing cells that are written in one way. */
export const digitsOf = (places: Places, key: string): string =>
  `try_cast(regexp_replace(${cellOf(places, key)}, '[^0-9.]', '', 'g') as double)`;

/** "Tee - M / Red" may be "Tee". */
const LAST_PART = String.raw`\s+[-–]\s+[^-–]+$`;

/** The names of an item in one text, as SQL; null where it has none. Nought is no id. */
export function namesOf(places: Places, keys: readonly string[]): string {
  const names = keys.flatMap((key) => {
    const cell = places.get(key);
    if (!cell) return [];
    return key === "name" ? [`trim(${cell})`, `regexp_replace(trim(${cell}), '${LAST_PART}', '')`] : [`nullif(trim(${cell}), '0')`];
  });
  return names.length ? `nullif(concat_ws(chr(31), ${names.map((name) => `nullif(${name}, '')`).join(", ")}), '')` : "null::varchar";
}
