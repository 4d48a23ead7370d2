import type { ConfirmedOrder } from "../types/confirmedOrder.ts";
import { checkOrder } from "./checkOrder.ts";

/** Bytes of a body of `POST /import/orders`. */
export const ORDERS_LIMIT = 1024 * 1024;
/** Bytes commands send at a time, so that a slow line has time enough for each body. */
const BODY = ORDERS_LIMIT / 2;

export type ParsedOrders =
  | { readonly ok: true; readonly orders: readonly ConfirmedOrder[] }
  | { readonly ok: false; readonly reason: string };

/** Confirmed orders as JSON lines. One that is wrong makes all of them wrong; the reason names its line. */
export function parseOrders(body: Uint8Array): ParsedOrders {
  const text = decode(body);
  if (text === undefined) return { ok: false, reason: "the body is not UTF-8" };
  const orders: ConfirmedOrder[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const checked = checkOrder(parseJson(line));
    if (!checked.ok) return { ok: false, reason: `line ${at + 1}: ${checked.reason}` };
    orders.push(checked.order);
  }
  return { ok: true, orders };
}

/** Orders as bodies that fit the door. */
export function* orderBodies(orders: readonly ConfirmedOrder[]): Iterable<string> {
  let lines: string[] = [];
  let bytes = 0;
  for (const order of orders) {
    const line = `${JSON.stringify(order)}\n`;
    const size = Buffer.byteLength(line);
    if (bytes + size > BODY && lines.length > 0) {
      yield lines.join("");
      [lines, bytes] = [[], 0];
    }
    lines.push(line);
    bytes += size;
  }
  if (lines.length > 0) yield lines.join("");
}

function decode(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
