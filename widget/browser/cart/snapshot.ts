import type { Cart, Line } from "../../types/cart.ts";
import type { Money } from "../../types/money.ts";
import { defined } from "../lib/defined.ts";
import { isRecord } from "../lib/isRecord.ts";

/** Of a longer cart the newest lines count. */
const MOST_LINES = 500;

const { freeze, fromEntries, entries } = Object;

/**
 * Whatever a platform returned as a frozen cart: ids as strings, whole quantities of at least 1, distinct line keys, prices in the cart's
 * currency or none. `currency` stands in where the cart names none; `""` means that nobody knows it. `undefined` for what is no cart. Never throws.
 */
export function snapshot(raw: unknown, currency = ""): Cart | undefined {
  try {
    if (!isRecord(raw)) return undefined;
    const code = /^[a-z]{3}$/i.test(readId(raw.currency) ?? "") ? (raw.currency as string).toUpperCase() : currency;
    const keys = new Set<string>();
    const lines = ((raw.lines ?? []) as readonly unknown[]).slice(-MOST_LINES).flatMap((line) => readLine(line, code, keys) ?? []);
    return freeze(defined({ currency: code, lines: freeze(lines), total: readMoney(raw.total, code) }));
  } catch {
    // Lines that are no list, or a getter of the shop's that throws.
    return undefined;
  }
}

function readLine(raw: unknown, currency: string, keys: Set<string>): Line | undefined {
  if (!isRecord(raw)) return undefined;
  const product = readId(raw.product);
  const quantity = Number(readId(raw.quantity));
  if (!product || !Number.isSafeInteger(quantity) || quantity < 1) return undefined;
  let key = readId(raw.key) ?? product;
  // A theme keeps one row per key, so two lines never share one.
  while (keys.has(key)) key += `~${keys.size}`;
  keys.add(key);
  return freeze(
    defined({
      key,
      product,
      quantity,
      variant: readId(raw.variant),
      price: readMoney(raw.price, currency),
      title: readId(raw.title),
      options: isRecord(raw.options) ? readOptions(raw.options) : undefined,
      boundTo: readId(raw.boundTo),
    }),
  );
}

function readId(value: unknown): string | undefined {
  return (typeof value === "string" && value) || (typeof value === "number" && Number.isFinite(value) ? `${value}` : undefined);
}

function readMoney(value: unknown, currency: string): Money | undefined {
  const { minor, currency: code } = (value ?? {}) as Partial<Money>;
  return code === currency && Number.isSafeInteger(minor) && minor! >= 0 ? freeze({ minor: minor!, currency }) : undefined;
}

const readOptions = (options: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  freeze(fromEntries(entries(options).flatMap(([name, value]) => (name !== "__proto__" && readId(value) ? [[name, readId(value)!]] : []))));
