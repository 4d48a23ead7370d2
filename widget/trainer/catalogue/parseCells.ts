import { minorDigits } from "../../browser/lib/money.ts";
import { isRecord } from "../../browser/lib/isRecord.ts";
import type { Attributes, Demands } from "../../types/product.ts";
import type { RawVariant } from "./rawProduct.ts";
import { parseAmount } from "../reading/parseAmount.ts";

/** A plain cell without blanks around it; empty for what is no text, number or answer. */
export function parseText(cell: unknown): string {
  return ["string", "number", "boolean"].includes(typeof cell) ? String(cell).trim() : "";
}

/** `a|b` or a list → its parts without blanks, each once. */
export function parseList(cell: unknown): readonly string[] {
  const parts = Array.isArray(cell) ? cell.map(parseText) : parseText(cell).split("|");
  return [...new Set(parts.map((part) => part.trim()))].filter(Boolean);
}

/** `memory=128 GB;screen=6.1 in` or an object → value by name. */
export function parseAttributes(cell: unknown): Attributes {
  return Object.fromEntries(pairs(cell).flatMap(([name, value]) => (listed(value) ? [[name, listed(value)]] : [])));
}

/** `model=Aster 9|Aster 9 Max;mount=E` or an object → values by name. */
export function parseDemands(cell: unknown): Demands {
  return Object.fromEntries(pairs(cell).flatMap(([name, value]) => (parseList(value).length ? [[name, parseList(value)]] : [])));
}

const listed = (value: unknown): string => (Array.isArray(value) ? parseList(value).join(", ") : parseText(value));

function pairs(cell: unknown): readonly (readonly [name: string, value: unknown])[] {
  if (isRecord(cell)) return Object.entries(cell).map(([name, value]) => [name.trim(), value] as const);
  return parseText(cell)
    .split(";")
    .flatMap((pair) => {
      const at = pair.indexOf("=");
      const [name, text] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      return at > 0 && name && text ? [[name, text] as const] : [];
    });
}

/** How a catalogue writes its sums. */
export interface SumFormat {
  readonly currency: string;
  /** Its decimals stand after a comma, so that `1.299` is more than a thousand. */
  readonly comma: boolean;
}

/** Minor units of the currency; `undefined` for what is not a sum. */
export function parsePrice(cell: string, { currency, comma }: SumFormat): number | undefined {
  const isThousands = comma && /^\D*\d{1,3}(?:\.\d{3})+\D*$/.test(cell);
  const amount = parseAmount(isThousands ? cell.replaceAll(".", "") : cell);
  const minor = amount === undefined ? NaN : Math.round(Number(`${amount}e${digitsOf(currency)}`));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** To ask for each of a million sums anew takes longer than all the rest. */
const digits = new Map<string, number>();

function digitsOf(currency: string): number {
  const known = digits.get(currency) ?? minorDigits(currency);
  digits.set(currency, known);
  return known;
}

/** Whether one of the sums has a decimal comma, so that the others have it too. */
export function hasDecimalComma(cells: readonly string[]): boolean {
  return cells.some((cell) => /\d,\d{1,2}\D*$/.test(cell));
}

/** The three letters a sum is written with: `12.90 EUR`. */
export function parseCurrency(cell: string): string | undefined {
  return /(?<![\p{L}])([A-Z]{3})(?![\p{L}])/u.exec(cell)?.[1];
}

/** `false` for nothing in stock; `undefined` for in stock or not known. */
export function parseStock(cell: string): false | undefined {
  return /^(-.*|0+([.,]0+)?|false|no|n|(out[ _-]?of[ _-]?stock|sold[ _-]?out|discontinued))$/i.test(cell.trim()) ? false : undefined;
}

/** The variants of a list; `undefined` for what is none. Those without an id are left out. */
export function parseVariants(list: unknown): readonly RawVariant[] | undefined {
  if (!Array.isArray(list) || !list.every(isRecord)) return undefined;
  return list.flatMap((raw): RawVariant[] => {
    const id = parseText(raw["id"]);
    const options = isRecord(raw["options"]) ? parseAttributes(raw["options"]) : {};
    const [price, stock, cost] = [parseText(raw["price"]), parseText(raw["stock"]), parseText(raw["cost"])];
    return id ? [{ id, options, price, stock, skus: parseList(raw["sku"] ?? raw["skus"]), cost }] : [];
  });
}
