import { isRecord } from "./isRecord.ts";

/**
 * JSON of plain data; what is `undefined` is left out. `JSON.stringify` would ask `Array.prototype.toJSON`, which prototype.js 1.6 puts there and
 * which writes arrays as strings; so only single values are left to it.
 */
export function toJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => toJson(item)).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .flatMap(([name, field]) => (field === undefined ? [] : `${JSON.stringify(name)}:${toJson(field)}`))
    .join()}}`;
}
