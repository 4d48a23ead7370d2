import { decodeEntities } from "./decodeEntities.ts";
import type { Row } from "./rawProduct.ts";

/** Cells that may hold JSON in a table. */
const NESTED = new Set(["variants", "attributes", "fits", "requires", "oneOf"]);

/** A row with nested cells taken apart and every text decoded from HTML entities, once. */
export function decodeCells({ where, cells }: Row): Row {
  const entries = Object.entries(cells).map(([key, cell]) => [key, decode(NESTED.has(key) ? unpack(cell) : cell)] as const);
  return { where, cells: Object.fromEntries(entries) };
}

function unpack(cell: unknown): unknown {
  if (typeof cell !== "string" || !/^\s*[[{]/.test(cell)) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

function decode(value: unknown): unknown {
  if (typeof value === "string") return decodeEntities(value);
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [decodeEntities(name), decode(one)]));
}
