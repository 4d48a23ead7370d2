import { readText } from "./readText.ts";

/** An ISO 4217 code in upper case; `undefined` for anything else, `€` and `$` among it. */
export function readCurrency(value: unknown): string | undefined {
  const code = readText(value)?.toUpperCase();
  return /^[A-Z]{3}$/.test(`${code}`) ? code : undefined;
}
