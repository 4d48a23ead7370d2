import type { OfferEvent } from "../../types/event.ts";
import type { SendResult } from "../../types/sink.ts";
import { createId } from "../lib/id.ts";
import { now } from "../lib/now.ts";
import { type Counts, createCounts, sumCounts } from "./createCounts.ts";
import { createKeeping, type Keeping } from "./createKeeping.ts";
import { createOwn, type Own } from "./createOwn.ts";
import type { OpenDepot } from "./depots/depot.ts";
import { openDepot } from "./depots/index.ts";
import { setDown } from "./depots/local.ts";
import { forgetRecords } from "./forget.ts";
import { type Dropped, type DropReason, isLeased, keepCounts, keepEvent, type Stock } from "./kept.ts";

/** Four requests, with what is written around the events, stay within the 60 000 bytes that may outlive the page. */
const BATCH_BYTES = 14 * 1024;
/** Words of a verdict that are reasons of ours too. */
const OWN_WORDS: readonly string[] = ["too_large", "consent"] satisfies DropReason[];

/** Events on their way, leased: nobody takes them again before they are settled. */
export interface Batch {
  readonly events: readonly OfferEvent[];
  /** Counts to be told with them. */
  readonly dropped: Dropped;
  /** The records that hold the counts. */
  readonly tallies: readonly string[];
  /** How long to wait, in milliseconds, where there is something that cannot be taken now. */
  readonly wait: number;
  /** How often consent had been withdrawn. */
  readonly purges: number;
}

/** Events on their way to one sink: each is here until a verdict on it, or counted by the reason it was given up for. */
export interface Queue {
  /** An id that is here already is not added again. */
  add(event: OfferEvent): void;
  /** The oldest events of any tab that fit in one request. */
  take(): Promise<Batch>;
  /**
   * The oldest that this page made itself, at once. Counts are not told with them: a page that leaves would tell them twice. Where it is
   * going for good, other tabs are not kept from sending them once more, because nobody hears the answer.
   */
  takeOwn(isGone: boolean): Batch;
  /** Ends the lease: what the result names leaves the queue, the rest can be taken again. Answers how many events left. */
  settle(batch: Batch, result: SendResult): Promise<number>;
  /** Until when the sink asked not to be called, as far as this page knows; in milliseconds since 1970. */
  until(): number;
  /** Brings what is stored up to date, with what was counted while nothing might be. */
  tidy(): void;
  /** The page goes away: saves or counts what only its memory has. `false`: it is back. */
  leave(isGone: boolean): void;
  /** Consent was withdrawn. */
  purge(): void;
  /** Takes away what this page made, and everything where no other tab has anything. */
  stop(): void;
}

export interface QueueDeps {
  readonly name: string;
  /** Tells the browser's tabs apart. */
  tab(): string;
  mayStore(): boolean;
  readonly open?: OpenDepot;
}

/**
 * What this page made is in its memory, because a page that goes away can wait for nothing; and in a depot that all tabs share, where
 * every tab and every later page finds what is left. Without a depot the memory is all there is.
 */
export function createQueue({ name, tab, mayStore, open = openDepot }: QueueDeps): Queue {
  const prefix = `${name}.`;
  const own = createOwn();
  const counts = createCounts();
  const keeping = createKeeping({ prefix, own, counts, tab, mayStore, open });
  let purges = 0;

  return {
    add(event) {
      const { entry, lost } = own.add(event);
      if (entry && entry.bytes > BATCH_BYTES) {
        own.entries.delete(event.id);
        counts.add("too_large");
      } else if (entry) keeping.save(entry);
      if (lost) counts.add("overflow");
    },
    async take() {
      const taken = await keeping.take(BATCH_BYTES);
      const wait = taken?.wait ?? Math.max(0, keeping.until - now());
      // What the depot had not, or not yet.
      const room = keeping.until > now() ? 0 : (taken?.room ?? BATCH_BYTES);
      const more = own.lease(room, ({ event }) => !taken?.found.has(event.id));
      if (taken) keeping.lease(more);
      const events = [...(taken?.events.map(({ event }) => event) ?? []), ...more];
      const dropped = taken ? sumCounts(taken.tallies.map((record) => record.counts)) : counts.all();
      return { events, dropped, tallies: taken?.tallies.map(({ id }) => id) ?? [], wait, purges };
    },
    takeOwn(isGone) {
      // What the depot has no room for is counted instead: it can not be both.
      const events = own.lease(BATCH_BYTES, ({ isOut }) => !(isGone && isOut));
      if (!isGone) keeping.lease(events);
      return { events, dropped: {}, tallies: [], wait: 0, purges };
    },
    settle: (batch, result) => settle({ prefix, own, counts, keeping }, { batch, result, isPurged: batch.purges !== purges }),
    until: () => keeping.until,
    tidy: () => void keeping.look(),
    leave: createLeave(keeping, own, prefix),
    purge() {
      purges++;
      purge(keeping, own, counts);
    },
    stop() {
      const mine = new Set(own.entries.keys());
      own.entries.clear();
      void keeping.close((stock) => {
        const isOurs = stock.events.every(({ event }) => mine.has(event.id));
        if (isOurs) forgetRecords();
        return { put: [], remove: isOurs ? idsOf(stock) : [...mine].map((id) => prefix + id) };
      });
    },
  };
}

interface Parts {
  readonly prefix: string;
  readonly own: Own;
  readonly counts: Counts;
  readonly keeping: Keeping;
}

interface Outcome {
  readonly batch: Batch;
  readonly result: SendResult;
  readonly isPurged: boolean;
}

async function settle({ prefix, own, counts, keeping }: Parts, { batch, result, isPurged }: Outcome): Promise<number> {
  const { done, rejected, retryAfter } = result;
  const gone: string[] = [];
  /** Why each will never be taken; counted by the tab that takes it out of the depot. */
  const reasons = new Map<string, string>();
  for (const { id } of batch.events) {
    const no = rejected.find((verdict) => verdict.id === id);
    const reason = no && (OWN_WORDS.includes(no.reason) ? no.reason : "invalid");
    if (reason && own.entries.get(id)?.isKept === false) counts.add(reason);
    else if (reason) reasons.set(prefix + id, reason);
    // It did not arrive, and is nowhere any more.
    else if (!done.includes(id) && isPurged) counts.add("consent");
    if (no || done.includes(id)) gone.push(id);
  }
  for (const id of gone) own.entries.delete(id);
  const sent = batch.events.map(({ id }) => id);
  own.setLeased(sent, false);
  // Never earlier than asked for, and not all shoppers at once.
  if (retryAfter) keeping.hold(now() + Math.ceil(retryAfter * (1 + Math.random() / 4)));
  const isTold = done.length > 0;
  if (isTold && !batch.tallies.length) counts.subtract(batch.dropped);
  const { until } = keeping;
  const ids = new Set([...sent.map((id) => prefix + id), ...batch.tallies]);
  const removed = [...gone.map((id) => prefix + id), ...(isTold ? batch.tallies : [])];
  await keeping.look(({ events, counts: tallies, mark }) => {
    const bad = sumCounts(events.filter(({ id }) => reasons.has(id)).map(({ id }) => ({ [reasons.get(id) ?? ""]: 1 })));
    const back = [...events, ...tallies].filter(({ id }) => ids.has(id) && !removed.includes(id));
    return [
      ...back.map((record) => ({ ...record, until: 0 })),
      ...(Object.keys(bad).length ? [keepCounts({ prefix, name: createId(), counts: bad })] : []),
      ...(retryAfter ? [{ ...mark, until }] : []),
    ];
  }, removed);
  return gone.length;
}

/**
 * The page goes: what the depot has not yet is set down where that is done at once, and what it has no room for is counted as lost, in a record
 * of its own that is empty again when the page comes back.
 */
function createLeave(keeping: Keeping, own: Own, prefix: string): Queue["leave"] {
  const page = createId();
  let isLeft = false;
  return (isGone) => {
    const entries = isGone ? [...own.entries.values()] : [];
    const fresh = entries.filter(({ isKept, isOut }) => !isKept && !isOut);
    setDown(fresh.map(({ event, bytes }) => keepEvent(prefix, event, bytes)));
    const lost = entries.filter(({ isOut, isLeased: isFlying }) => isOut && !isFlying).length;
    if (lost || isLeft) void keeping.put(() => [keepCounts({ prefix, name: page, counts: lost ? { overflow: lost } : {} })]);
    isLeft = lost > 0;
  };
}

function purge({ close }: Keeping, own: Own, counts: Counts): void {
  const entries = [...own.entries.values()];
  // What is on its way is counted when it did not arrive. Of what is kept, each tab counts what it takes out itself.
  const counted = new Set(entries.flatMap(({ event, isLeased: isOut, isKept }) => (isOut || !isKept ? event.id : [])));
  counts.add("consent", entries.filter((entry) => !entry.isLeased && !entry.isKept).length);
  own.entries.clear();
  void close((stock) => {
    const at = now();
    counts.add("consent", stock.events.filter((kept) => !counted.has(kept.event.id) && !isLeased(kept, at)).length);
    // Not told yet.
    for (const record of stock.counts) if (!isLeased(record, at)) counts.addAll(record.counts);
    return { put: [], remove: idsOf(stock) };
  });
}

const idsOf = ({ events, counts, mark, broken }: Stock): readonly string[] => [
  ...[...events, ...counts, ...(mark ? [mark] : [])].map(({ id }) => id),
  ...broken,
];
