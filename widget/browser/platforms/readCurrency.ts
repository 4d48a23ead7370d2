/** An ISO 4217 code in upper case; `undefined` for anything else, `€` and `$` among it. */
export function readCurrency(value: unknown): string | undefined {
  return typeof value === "string" && /^[A-Z]{3}$/i.test(value) ? value.toUpperCase() : undefined;
}
