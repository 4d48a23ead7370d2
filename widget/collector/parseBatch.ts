import type { EventBatch } from "../types/collector.ts";
import { isRecord } from "../browser/lib/isRecord.ts";
import { isPlain } from "./checkEvent.ts";

const MAX_SHOP = 200;
const MAX_REASONS = 20;
const MAX_DROPPED = 1_000_000;

/** A batch whose events are not checked yet. */
export interface RawBatch extends Pick<EventBatch, "shop" | "dropped"> {
  /** Absent when it is no time. */
  readonly sentAt?: number;
  readonly events: readonly unknown[];
  /** Of the body. */
  readonly bytes: number;
}

export type ParsedBatch = { readonly ok: true; readonly batch: RawBatch } | { readonly ok: false; readonly reason: string };

/** Reads the body of `POST /v1/events`. */
export function parseBatch(body: Uint8Array): ParsedBatch {
  const value = parseJson(body);
  return value === undefined ? { ok: false, reason: "the body is not JSON in UTF-8" } : toBatch(value, body.length);
}

/**
 * A parsed body of so many bytes as a batch. Whatever does not concern the events (an odd `sentAt`, a strange drop count, a field of a
 * later version) is passed over rather than costing the shop its events.
 */
export function toBatch(value: unknown, bytes: number): ParsedBatch {
  if (!isRecord(value)) return { ok: false, reason: "the body is not an object" };
  const { shop = "", sentAt, dropped, events } = value;
  if (typeof shop !== "string" || shop.length > MAX_SHOP || !isPlain(shop)) return { ok: false, reason: "shop is not a name" };
  if (!Array.isArray(events)) return { ok: false, reason: "events is not a list" };
  const sent = typeof sentAt === "number" && Number.isFinite(sentAt) ? { sentAt } : {};
  return { ok: true, batch: { shop, ...sent, dropped: readDropped(dropped), events, bytes } };
}

/** The JSON in UTF-8 that bytes are; `undefined` for anything else. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

function readDropped(raw: unknown): EventBatch["dropped"] {
  const counts = Object.entries(isRecord(raw) ? raw : {}).filter(
    (entry): entry is [string, number] => /^[a-z_-]{1,40}$/.test(entry[0]) && Number.isInteger(entry[1]) && Number(entry[1]) > 0,
  );
  return Object.fromEntries(counts.slice(0, MAX_REASONS).map(([reason, count]) => [reason, Math.min(count, MAX_DROPPED)]));
}
