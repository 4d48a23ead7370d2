import { fromDecimal } from "../browser/lib/money.ts";
import { isRecord } from "../browser/lib/isRecord.ts";
import type { CardVariant } from "../types/model.ts";
import type { Attributes, Demands } from "../types/product.ts";
import { parseAmount } from "./parseAmount.ts";

/** `a|b` → its parts without blanks, each once. */
export function parseList(cell: string): readonly string[] {
  return [...new Set(cell.split("|").map((part) => part.trim()))].filter(Boolean);
}

/** `memory=128 GB;screen=6.1 in` → value by name. */
export function parseAttributes(cell: string): Attributes {
  return Object.fromEntries(pairs(cell));
}

/** `model=Aster 9|Aster 9 Max;mount=E` → values by name. */
export function parseDemands(cell: string): Demands {
  return Object.fromEntries(pairs(cell).map(([name, value]) => [name, parseList(value)]));
}

function pairs(cell: string): (readonly [name: string, value: string])[] {
  return cell.split(";").flatMap((pair) => {
    const at = pair.indexOf("=");
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    return at > 0 && name && value ? [[name, value] as const] : [];
  });
}

/** Minor units of `currency`; `undefined` for what is not a sum. */
export function parsePrice(cell: string, currency: string): number | undefined {
  return fromDecimal(parseAmount(cell), currency)?.minor;
}

/** `false` for nothing in stock; `undefined` for in stock or not known. */
export function parseStock(cell: string): false | undefined {
  return /^(-.*|0+([.,]0+)?|false|no|n|(out[ _-]?of[ _-]?stock|sold[ _-]?out))$/i.test(cell.trim()) ? false : undefined;
}

/** A JSON array of variants; `undefined` for what is none. */
export function parseVariants(cell: string, currency: string): readonly CardVariant[] | undefined {
  let list: unknown;
  try {
    list = JSON.parse(cell);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list) || !list.every(isRecord)) return undefined;
  return list.flatMap((raw): CardVariant[] => {
    const id = text(raw["id"]).trim();
    const options = isRecord(raw["options"]) ? Object.entries(raw["options"]) : [];
    const price = parsePrice(text(raw["price"]), currency);
    const available = parseStock(text(raw["stock"]));
    const variant = { id, options: Object.fromEntries(options.map(([name, value]) => [name, text(value)])) };
    return id ? [{ ...variant, ...(price !== undefined && { price }), ...(available === false && { available }) }] : [];
  });
}

const text = (value: unknown): string => (["string", "number", "boolean"].includes(typeof value) ? String(value) : "");
