import type { MoneyFormat } from "../../types/config.ts";
import type { Money } from "../../types/money.ts";

/** Digits after the point of a currency, 0 to 4; 2 for one the browser does not know. Source: ISO 4217 by way of Intl. */
export function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** A decimal amount in major units (12.9, "12.90") as money; `undefined` for what is not a number at least 0 that can be counted exactly. */
export function fromDecimal(amount: unknown, currency: string): Money | undefined {
  const value = typeof amount === "string" && amount.trim() ? Number(amount) : amount;
  if (typeof value !== "number" || value < 0) return undefined;
  // Also none where the number is written with an exponent.
  const minor = Math.round(Number(`${value}e${minorDigits(currency)}`));
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined;
}

/** @throws when the currencies differ: two currencies. */
export function add(a: Money, b: Money): Money {
  return { minor: a.minor + same(a, b).minor, currency: a.currency };
}

/** `a` less `b`. @throws when the currencies differ. */
export function subtract(a: Money, b: Money): Money {
  return { minor: a.minor - same(a, b).minor, currency: a.currency };
}

/**
 * As the shop's own format writes it, where that is one, else as the locale does: "12,90 €". A locale or currency the browser does not know is written
 * plainly: "12.90 XYZ".
 */
export function formatMoney(money: Money, locale: string, format?: MoneyFormat): string {
  const { minor, currency } = money;
  const digits = minorDigits(currency);
  const value = minor / 10 ** digits;
  try {
    return new Intl.NumberFormat(format?.locale ?? locale, { ...format, style: "currency", currency }).format(value);
  } catch {
    return format ? formatMoney(money, locale) : `${value.toFixed(digits)} ${currency}`;
  }
}

function same(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error("two currencies");
  return b;
}
