import type { EventVerdicts } from "../types/collector.ts";
import type { Arrivals, EventStore, StoredDrop, StoredEvent } from "./store/store.ts";
import { isRecord } from "../browser/lib/isRecord.ts";
import { checkEvent } from "./checkEvent.ts";
import type { RawBatch } from "./parseBatch.ts";

/** Batches that come in this close together (milliseconds) share one transaction: a durable write costs the same for one or many. */
const GATHER = 2;
/** More bytes of batches than this waiting is more than a disk that keeps up leaves within the time a browser waits for its answer. */
const MAX_WAITING = 16 * 1024 * 1024;
/** An event cannot have waited longer for its delivery than any queue keeps it; more is a wrong clock. In milliseconds. */
const MAX_AGE = 31 * 86_400_000;

export interface IntakeOptions {
  readonly store: Pick<EventStore, "insert">;
  /** Called after every transaction that brought something new. */
  readonly stored: () => void;
}

export interface Intake {
  /** Resolves once the accepted events are durable; `undefined` when they cannot be stored now. `received`: when it came in, if not now. */
  take(batch: RawBatch, received?: number): Promise<EventVerdicts | undefined>;
  /** Resolves when everything taken is stored. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly events: readonly StoredEvent[];
  readonly drops: readonly StoredDrop[];
  readonly rejected: EventVerdicts["rejected"];
  answer(verdicts: EventVerdicts | undefined): void;
}

/** Checks batches and stores them in groups. */
export function createIntake({ store, stored }: IntakeOptions): Intake {
  let waiting: Waiting[] = [];
  let bytes = 0;
  let storing: Promise<void> | undefined;

  const storeAll = async () => {
    while (waiting.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, GATHER));
      const group = waiting;
      [waiting, bytes] = [[], 0];
      await storeGroup(group, store, stored);
    }
    storing = undefined;
  };

  return {
    take(batch, received = Date.now()) {
      if (bytes + batch.bytes > MAX_WAITING) return Promise.resolve(undefined);
      bytes += batch.bytes;
      return new Promise((answer) => {
        waiting.push({ ...sort(batch, received), answer });
        storing ??= storeAll();
      });
    },
    stop: async () => storing,
  };
}

async function storeGroup(group: readonly Waiting[], store: IntakeOptions["store"], stored: () => void): Promise<void> {
  try {
    const arrivals: Arrivals = { events: group.flatMap(({ events }) => events), drops: group.flatMap(({ drops }) => drops) };
    const empty = arrivals.events.length + arrivals.drops.length === 0;
    const fresh = new Set(empty ? [] : await store.insert(arrivals));
    const anything = fresh.size + arrivals.drops.length > 0;
    for (const { events, rejected, answer } of group) answer({ ...judge(events, fresh), rejected });
    if (anything) stored();
  } catch (error) {
    console.error("goeswith: events could not be stored:", error instanceof Error ? error.message : error);
    for (const { answer } of group) answer(undefined);
  }
}

/** The first of several events with the same id is the accepted one; `fresh` loses its id. */
function judge(events: readonly StoredEvent[], fresh: Set<string>): Pick<EventVerdicts, "accepted" | "duplicate"> {
  const accepted: string[] = [];
  const duplicate: string[] = [];
  for (const { event } of events) (fresh.delete(event.id) ? accepted : duplicate).push(event.id);
  return { accepted, duplicate };
}

function sort({ shop, sentAt, dropped, events }: RawBatch, received: number): Omit<Waiting, "answer"> {
  const good: StoredEvent[] = [];
  const rejected: { id: string; reason: string }[] = [];
  for (const raw of events) {
    const checked = checkEvent(raw);
    if (checked.ok) good.push(stamp({ event: checked.event, shop, received, sentAt: sentAt ?? checked.event.at }));
    else rejected.push({ id: idOf(raw), reason: checked.reason });
  }
  // The oldest event of the queue leads every try of the same batch, and is gone once it was accepted.
  const batch = idOf(events[0]) || `at ${sentAt ?? received}`;
  return { events: good, rejected, drops: Object.entries(dropped).map(([reason, count]) => ({ batch, shop, reason, count, received })) };
}

function stamp({ event, shop, received, sentAt }: Omit<StoredEvent, "happened" | "skew"> & { readonly sentAt: number }): StoredEvent {
  const age = Math.min(Math.max(sentAt - event.at, 0), MAX_AGE);
  const skew = Math.round(Math.min(Math.max(received - sentAt, -Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER));
  return { event, shop, received, happened: Math.round(received - age), skew };
}

/** As the sender wrote it, so that it can be taken out of its queue. */
export function idOf(raw: unknown): string {
  return isRecord(raw) && typeof raw["id"] === "string" ? raw["id"] : "";
}
