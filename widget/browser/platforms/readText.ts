import { isRecord } from "../lib/isRecord.ts";

/** The text of a value as pages write it: a string, a number, the first of a list, or an object's `key`. Empty is absent. */
export function readText(value: unknown, key = "name"): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const plain = isRecord(first) ? first[key] : first;
  if (typeof plain === "number" && Number.isFinite(plain)) return `${plain}`;
  return (typeof plain === "string" && plain.trim()) || undefined;
}
