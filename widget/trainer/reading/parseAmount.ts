/**
 * A number written by people or shops: `12.90`, `12,90 €`, `1.299,00`, `$1,299.00`. A lone comma before exactly three digits
 * separates thousands. `undefined` for anything else, and below nought.
 */
export function parseAmount(text: string): number | undefined {
  const bare = text.replace(/[\p{L}\p{Sc}\s']/gu, "");
  if (!/^[\d.,]*\d[\d.,]*$/.test(bare)) return undefined;
  const lastDot = bare.lastIndexOf(".");
  const lastComma = bare.lastIndexOf(",");
  const isCommaDecimal = lastComma > lastDot && (lastDot >= 0 || !/,\d{3}$/.test(bare)) && bare.indexOf(",") === lastComma;
  const plain = isCommaDecimal ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", "");
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
