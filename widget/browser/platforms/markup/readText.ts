import { isRecord } from "../../lib/isRecord.ts";

/** The text of a value as pages write it: a string, a number, the first of a list, or an object's name. Empty is absent. */
export function readText(value: unknown): string | undefined {
  const [first] = [value].flat();
  const plain = isRecord(first) ? first.name : first;
  return typeof plain === "string" || typeof plain === "number" ? `${plain}`.trim() || undefined : undefined;
}
