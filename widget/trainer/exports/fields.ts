import { isRecord } from "../../browser/lib/isRecord.ts";
import { parseText } from "../catalogue/parseCells.ts";
import type { Fields } from "./exportKind.ts";

/** A field as text; empty for what is none. */
export const text = (fields: Fields, key: string): string => parseText(fields[key]);

/** The objects of a field that is a list. */
export function list(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** A field that is an object; empty where it is none. */
export function inner(fields: Fields, key: string): Fields {
  const value = fields[key];
  return isRecord(value) ? value : {};
}

/** The plain values of a field that is a list. */
export function texts(fields: Fields, key: string): readonly string[] {
  const value = fields[key];
  return Array.isArray(value) ? value.map(parseText).filter(Boolean) : [];
}

/** What an item may be called beside its own name: "Tee - M / Red" may be "Tee". */
export const nameParts = (name: string): readonly string[] => [name, name.replace(/\s+[-–]\s+[^-–]+$/, "")];
