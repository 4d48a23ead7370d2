import type { Cart, Line } from "../../types/cart.ts";
import type { Money } from "../../types/money.ts";
import { isRecord } from "../lib/isRecord.ts";

/** Of a longer cart the newest lines count. */
const MOST_LINES = 500;

/**
 * Whatever a platform returned as a frozen cart: ids as strings, whole quantities of at least 1, distinct line keys, prices in the cart's
 * currency or none. `currency` stands in where the cart names none; `""` means that nobody knows it. `undefined` for what is no cart. Never throws.
 */
export function snapshot(raw: unknown, currency = ""): Cart | undefined {
  try {
    if (!isRecord(raw) || !(raw.lines === undefined || Array.isArray(raw.lines))) return undefined;
    const code = typeof raw.currency === "string" && /^[a-z]{3}$/i.test(raw.currency) ? raw.currency.toUpperCase() : currency;
    const keys = new Set<string>();
    const lines = (raw.lines ?? []).slice(-MOST_LINES).flatMap((line: unknown) => readLine(line, code, keys));
    return Object.freeze({ currency: code, lines: Object.freeze(lines), ...member("total", readMoney(raw.total, code)) });
  } catch {
    // A getter of the shop's that throws.
    return undefined;
  }
}

function readLine(raw: unknown, currency: string, keys: Set<string>): readonly Line[] {
  if (!isRecord(raw)) return [];
  const product = readId(raw.product);
  const quantity = Number(readId(raw.quantity));
  if (!product || !Number.isSafeInteger(quantity) || quantity < 1) return [];
  let key = readId(raw.key) ?? product;
  // A theme keeps one row per key, so two lines never share one.
  while (keys.has(key)) key += `~${keys.size}`;
  keys.add(key);
  const line = {
    key,
    product,
    quantity,
    ...member("variant", readId(raw.variant)),
    ...member("price", readMoney(raw.price, currency)),
    ...member("title", typeof raw.title === "string" ? raw.title : undefined),
    ...member("options", readOptions(raw.options)),
    ...member("boundTo", readId(raw.boundTo)),
  };
  return [Object.freeze(line)];
}

function readId(value: unknown): string | undefined {
  return (typeof value === "string" && value) || (typeof value === "number" && Number.isFinite(value) ? `${value}` : undefined);
}

function readMoney(value: unknown, currency: string): Money | undefined {
  if (!isRecord(value) || value.currency !== currency) return undefined;
  const { minor } = value;
  return Number.isSafeInteger(minor) && (minor as number) >= 0 ? Object.freeze({ minor: minor as number, currency }) : undefined;
}

function readOptions(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(value)) return undefined;
  const options = Object.entries(value).flatMap(([name, option]) =>
    name !== "__proto__" && readId(option) ? [[name, readId(option)]] : [],
  );
  return Object.freeze(Object.fromEntries(options) as Record<string, string>);
}

/** An object with that member, or without it when it is not known. */
function member<N extends string, T>(name: N, value: T | undefined): { [K in N]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [K in N]?: T };
}
