import type { OfferEvent } from "../../types/event.ts";
import { isRecord } from "../lib/isRecord.ts";
import type { Record as Kept } from "./depots/depot.ts";

/** Layout of the records; another one is not read. */
const VERSION = 1;
const MAX_EVENTS = 500;
const STORED_BYTES = 255 * 1024;
/** Of what stands around an event. */
const AROUND = 100;
const MAX_AGE = 7 * 24 * 3600_000;
/** Longer than any request takes: a tab that died with events in its hands gives them back. */
export const LEASE = 30_000;
/** However wrong a stored time is, it does not silence the queue for longer. */
const LONGEST_WAIT = 400_000;
/** Given up last: what selects and pays for the comparison. Given up first: what was merely in sight. */
const WORTH_MOST = ["eligible", "added", "swapped", "undone", "ordered"];
const WORTH_LEAST = ["shown", "seen"];

/** Why an event was given up. */
export type DropReason = "consent" | "invalid" | "too_large" | "overflow" | "expired" | "retry_exhausted" | "rate_limited" | "storage_lost";
export type Dropped = Readonly<Record<string, number>>;

export interface KeptEvent extends Kept {
  readonly v: number;
  readonly event: OfferEvent;
  /** Of its JSON, in UTF-8. */
  readonly bytes: number;
  /** Until when a tab has it in its hands, in milliseconds since 1970, and which. */
  readonly until: number;
  readonly by?: string;
}

/** Events that were given up, by reason, and not told yet. */
export interface KeptCounts extends Kept {
  readonly v: number;
  readonly counts: Dropped;
  readonly until: number;
  readonly by?: string;
}

/** One for each queue. Where it is gone, or is another one, the browser has lost everything meanwhile. */
export interface KeptMark extends Kept {
  readonly v: number;
  readonly mark: string;
  /** The destination asked not to be called before. */
  readonly until: number;
}

/** What a queue has in the depot. */
export interface Stock {
  /** Oldest first. */
  readonly events: readonly KeptEvent[];
  readonly counts: readonly KeptCounts[];
  readonly mark: KeptMark | undefined;
  /** Ids of what is none of these. */
  readonly broken: readonly string[];
}

export const keepEvent = (prefix: string, event: OfferEvent, bytes: number): KeptEvent => ({
  id: prefix + event.id,
  v: VERSION,
  event,
  bytes,
  until: 0,
});

/** `~` is in no event's id. */
export const keepCounts = ({
  prefix,
  name,
  counts,
}: {
  readonly prefix: string;
  readonly name: string;
  readonly counts: Dropped;
}): KeptCounts => ({
  id: `${prefix}~${name}`,
  v: VERSION,
  counts,
  until: 0,
});

export const keepMark = (prefix: string, mark: string, until: number): KeptMark => ({ id: `${prefix}~`, v: VERSION, mark, until });

export function readStock(records: readonly Kept[]): Stock {
  const ours = records.filter((record): record is Kept & { until: number } => {
    const { v, until } = record as Partial<KeptEvent>;
    return v === VERSION && typeof until === "number";
  });
  const events = ours.filter(isEvent).toSorted((a, b) => a.event.at - b.event.at || a.event.seq - b.event.seq);
  const counts = ours.filter((record): record is KeptCounts => isRecord((record as Partial<KeptCounts>).counts));
  const mark = ours.find((record): record is KeptMark => typeof (record as Partial<KeptMark>).mark === "string");
  const known = new Set<Kept | undefined>([...events, ...counts, mark]);
  return { events, counts, mark, broken: records.filter((record) => !known.has(record)).map(({ id }) => id) };
}

function isEvent(record: Kept & { readonly until: number }): record is KeptEvent {
  const { event, bytes } = record as Partial<KeptEvent>;
  return isRecord(event) && typeof event.id === "string" && [event.at, event.seq, bytes].every((number) => typeof number === "number");
}

/**
 * Whether a tab has it in its hands now, another one than `tab`: what an earlier page of the same tab took along is free. A clock that was put
 * back does not make it so for ever.
 */
export function isLeased({ until, by }: { readonly until: number; readonly by?: string }, at: number, tab?: string): boolean {
  return until > at && until <= at + 2 * LEASE && (tab === undefined || by !== tab);
}

/** Until when the destination asked not to be called. */
export function waitOf({ mark }: Stock, at: number): number {
  return mark && mark.until > at ? Math.min(mark.until, at + LONGEST_WAIT) : 0;
}

/** What has to go, and why: what is too old, then the least worthy and newest of what is more than may be kept. */
export function chooseDrops(
  events: readonly KeptEvent[],
  at: number,
  isOut: (kept: KeptEvent) => boolean = (kept) => isLeased(kept, at),
): ReadonlyMap<KeptEvent, DropReason> {
  const drops = new Map<KeptEvent, DropReason>();
  for (const kept of events) if (kept.event.at < at - MAX_AGE && !isOut(kept)) drops.set(kept, "expired");
  let room = STORED_BYTES;
  let places = MAX_EVENTS;
  const byWorth = events.filter((kept) => !drops.has(kept)).toSorted((a, b) => worth(b) - worth(a));
  for (const kept of byWorth) {
    const isOver = places < 1 || room < kept.bytes + AROUND;
    if (isOver && !isOut(kept)) drops.set(kept, "overflow");
    else {
      places--;
      room -= kept.bytes + AROUND;
    }
  }
  return drops;
}

/** What is given up before anything else has the least. */
export function worth({ event: { type } }: { readonly event: OfferEvent }): number {
  return +WORTH_MOST.includes(type) - +WORTH_LEAST.includes(type);
}
