import type { OfferEvent } from "../../types/event.ts";
import type { SendResult } from "../../types/sink.ts";
import { now } from "../lib/now.ts";
import type { Store } from "../lib/storage.ts";
import { toJson } from "../lib/toJson.ts";

/** Layout of the stored record; another one is not read. */
const VERSION = 1;
const MAX_EVENTS = 500;
const STORED_BYTES = 255 * 1024;
/** Four requests, with what is written around the events, stay within the 60 000 bytes that may outlive the page. */
const BATCH_BYTES = 14 * 1024;
const MAX_AGE = 7 * 24 * 3600_000;
/** However wrong a stored time is, it does not silence the queue for longer. */
const LONGEST_WAIT = 400_000;
/** Given up last: what selects and pays for the comparison. Given up first: what was merely in sight. */
const WORTH_MOST = ["eligible", "added", "swapped", "undone", "ordered"];
const WORTH_LEAST = ["shown", "seen"];

/** Why an event was given up. */
export type DropReason = "consent" | "invalid" | "too_large" | "overflow" | "expired" | "retry_exhausted" | "rate_limited" | "storage_lost";
export type Dropped = Readonly<Record<string, number>>;

/** Events on their way to one sink: each is here until a verdict on it, or counted by the reason it was given up for. */
export interface Queue {
  /** An id that is here already is not added again. */
  add(event: OfferEvent): void;
  /** The oldest events that fit in one request, leased: they are not taken again before they are settled. */
  take(): readonly OfferEvent[];
  /**
   * Ends the lease: what the result names leaves the queue, the rest can be taken again. `told` are the counts that went with the
   * batch. Answers how many events left.
   */
  settle(batch: readonly OfferEvent[], result: SendResult, told: Dropped): number;
  dropped(): Dropped;
  /** Until when the sink asked not to be called, in milliseconds since 1970. */
  until(): number;
  /** Writes, or removes where it may not be kept, the stored copy now instead of at the end of the task. */
  save(): void;
  /** Consent was withdrawn. */
  purge(): void;
}

interface Entry {
  readonly event: OfferEvent;
  readonly text: string;
  /** In UTF-8. */
  readonly bytes: number;
  isLeased: boolean;
}

interface Stored {
  readonly v: number;
  readonly until: number;
  readonly dropped: Dropped;
  readonly events: OfferEvent[];
}

/**
 * A queue in memory with a copy in the tab's storage, so that the next page of the tab sends what this one could not. The tab's
 * storage is shared with no other tab, so no two pages write it at once; what is still queued when the tab closes ends with it.
 */
export function createQueue({ store, key, mayStore }: { readonly store: Store; readonly key: string; mayStore(): boolean }): Queue {
  const entries = new Map<string, Entry>();
  const dropped: Record<string, number> = {};
  let until = 0;
  let saving: Promise<void> | undefined;

  const count = (reason: string, times = 1) => {
    dropped[reason] = (dropped[reason] ?? 0) + times;
    if (!dropped[reason]) delete dropped[reason];
  };
  const drop = (id: string, reason: DropReason) => {
    entries.delete(id);
    count(reason);
  };
  const byWorth = () => [...entries.values()].sort((a, b) => worth(b.event) - worth(a.event));
  const put = (event: OfferEvent) => {
    const text = toJson(event);
    const bytes = new TextEncoder().encode(text).length + 1;
    if (bytes > BATCH_BYTES) return count("too_large");
    entries.set(event.id, { event, text, bytes, isLeased: false });
    const least = entries.size > MAX_EVENTS && byWorth().findLast(({ isLeased }) => !isLeased);
    if (least) drop(least.event.id, "overflow");
  };
  /** @throws when the text is not what `save` wrote. */
  const load = (text: string) => {
    const kept = JSON.parse(text.slice(0, 2 * STORED_BYTES)) as Stored;
    if (kept.v !== VERSION || kept.events.some(({ id }) => !id)) throw text;
    for (const [reason, times] of Object.entries(kept.dropped)) count(reason, times);
    until = Math.min(kept.until, now() + LONGEST_WAIT);
    return kept.events.sort((a, b) => a.seq - b.seq);
  };
  const save = () => {
    saving = undefined;
    if (!mayStore() || !(entries.size || until > now() || Object.keys(dropped).length)) return store.remove(key);
    let room = STORED_BYTES;
    const kept = byWorth().filter(({ bytes }) => (room -= bytes) >= 0);
    // What has no room in the copy is lost to the next page, which must count it unless this page delivers it first.
    const lost = { ...dropped, overflow: (dropped.overflow ?? 0) + entries.size - kept.length };
    store.set(key, `{"v":${VERSION},"until":${until},"dropped":${toJson(lost)},"events":[${kept.map(({ text }) => text).join()}]}`);
  };
  const saveSoon = () => {
    saving ??= Promise.resolve().then(save);
  };

  try {
    const text = mayStore() && store.get(key);
    if (text) for (const event of load(text)) put(Object.freeze(event));
  } catch {
    count("storage_lost");
  }
  save();

  return {
    add(event) {
      if (!entries.has(event.id)) put(event);
      saveSoon();
    },
    take() {
      const batch: OfferEvent[] = [];
      let room = BATCH_BYTES;
      for (const [id, entry] of entries) {
        if (entry.isLeased) continue;
        if (entry.event.at < now() - MAX_AGE) drop(id, "expired");
        else if ((room -= entry.bytes) < 0) break;
        else {
          entry.isLeased = true;
          batch.push(entry.event);
        }
      }
      return batch;
    },
    settle(batch, { done, rejected, retryAfter }, told) {
      const before = entries.size;
      for (const { id } of batch) {
        const entry = entries.get(id);
        const no = rejected.find((verdict) => verdict.id === id);
        if (done.includes(id)) entries.delete(id);
        else if (no) drop(id, no.reason === "too_large" ? no.reason : "invalid");
        else if (entry) entry.isLeased = false;
        // Purged while it was on its way, and it did not arrive.
        else count("consent");
      }
      if (done.length) for (const [reason, times] of Object.entries(told)) count(reason, -times);
      // Never earlier than asked for, and not all shoppers at once.
      if (retryAfter) until = now() + Math.ceil(retryAfter * (1 + Math.random() / 4));
      saveSoon();
      return before - entries.size;
    },
    dropped: () => ({ ...dropped }),
    until: () => until,
    save,
    purge() {
      for (const { isLeased } of entries.values()) if (!isLeased) count("consent");
      entries.clear();
      save();
    },
  };
}

function worth({ type }: OfferEvent): number {
  return +WORTH_MOST.includes(type) - +WORTH_LEAST.includes(type);
}
