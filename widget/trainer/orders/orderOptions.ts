import { type ChosenColumns, ORDER_COLUMNS } from "./orderColumns.ts";

/** Reads `order=Name,item=SKU`: which columns the files have for what. A key given twice has several names. @throws naming what is wrong. */
export function readColumns(texts: readonly string[]): ChosenColumns {
  const keys = ORDER_COLUMNS.map(({ key }) => key);
  const chosen = new Map<string, readonly string[]>();
  for (const part of texts.flatMap((text) => text.split(","))) {
    const [, key = "", name = ""] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    if (!keys.includes(key) || !name) throw new Error(`--columns ${part}: KEY=NAME is needed, KEY one of ${keys.join(", ")}`);
    chosen.set(key, [...(chosen.get(key) ?? []), name]);
  }
  return chosen;
}

/** `180d`, `26w`, `12m`, `2y` or a date. @throws for anything else. */
export function readSince(text: string): string {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (isDate || /^[1-9]\d{0,4}[dwmy]$/.test(text)) return text;
  throw new Error(`--since ${text}: so many days, weeks, months or years (180d, 26w, 12m, 2y) or YYYY-MM-DD are needed`);
}

/** Memory of the database, as `1GB` or `800MB`. @throws for anything else. */
export function readMemory(text: string): string {
  if (/^[1-9]\d{0,5}(\.\d)?(MB|GB)$/.test(text)) return text;
  throw new Error(`--memory ${text}: an amount such as 800MB or 1GB is needed`);
}
