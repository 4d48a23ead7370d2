import { createId } from "../lib/id.ts";
import { sumCounts } from "./createCounts.ts";
import type { Entry } from "./createOwn.ts";
import type { Record as Kept } from "./depots/depot.ts";
import { chooseDrops, type Dropped, type DropReason, isLeased, keepCounts, keepEvent, keepMark } from "./kept.ts";
import type { KeptCounts, KeptEvent, KeptMark, Stock } from "./kept.ts";

export interface Tidying {
  readonly prefix: string;
  readonly at: number;
  /** What this page made. */
  readonly own: ReadonlyMap<string, Entry>;
  /** Given up, and in no record yet. */
  readonly counts: Dropped;
  /** The queue's mark when it was looked at before. */
  readonly mark: string | undefined;
}

/** The records as they ought to be, and what makes them so. */
export interface Tidied {
  readonly events: readonly KeptEvent[];
  readonly counts: readonly KeptCounts[];
  readonly mark: KeptMark;
  readonly put: readonly Kept[];
  readonly remove: readonly string[];
  /** Ids of this page's events that are nobody's business any more, or another tab's. */
  readonly gone: readonly string[];
  /** Ids of this page's events that have no room in the depot: as long as the page is there, its memory has them. */
  readonly out: readonly string[];
}

/**
 * Comes with every look at the records: what is too old or too much is given up, what is given up is counted, and what the browser has
 * lost is put back from this page's memory.
 */
export function tidy(stock: Stock, { prefix, at, own, counts, mark: before }: Tidying): Tidied {
  const isTaken = (kept: KeptEvent) => isLeased(kept, at) || !!own.get(kept.event.id)?.isLeased;
  const drops = [...chooseDrops(stock.events, at, isTaken)];
  const isHere = ([{ event }, reason]: readonly [KeptEvent, DropReason]) => reason === "overflow" && own.has(event.id);
  const lost = drops.filter((drop) => !isHere(drop));
  const mark = stock.mark ?? keepMark(prefix, createId(), 0);
  const isWiped = before !== undefined && before !== mark.mark;
  const found = new Set(stock.events.map(({ event }) => event.id));
  const missing = [...own.values()].filter(({ event, isKept }) => isKept && !found.has(event.id));
  const back = isWiped ? missing.map(({ event, bytes }) => keepEvent(prefix, event, bytes)) : [];
  const fresh = sumCounts([counts, ...lost.map(([, reason]) => ({ [reason]: 1 })), { storage_lost: stock.broken.length }]);
  const tally = stock.counts.find((record) => !isLeased(record, at)) ?? keepCounts({ prefix, name: createId(), counts: {} });
  const news = Object.keys(fresh).length ? [{ ...tally, counts: sumCounts([tally.counts, fresh]) }] : [];
  const gone = new Set(drops.map(([kept]) => kept));
  return {
    events: [...stock.events.filter((kept) => !gone.has(kept)), ...back],
    counts: [...stock.counts.filter(({ id }) => id !== news[0]?.id), ...news],
    mark,
    put: [...(stock.mark ? [] : [mark]), ...back, ...news],
    remove: [...drops.map(([{ id }]) => id), ...stock.broken],
    gone: [
      ...lost.map(([{ event }]) => event.id),
      ...(isWiped ? [] : missing.flatMap(({ event, isLeased: isFlying }) => (isFlying ? [] : event.id))),
    ],
    out: drops.filter(isHere).map(([{ event }]) => event.id),
  };
}
