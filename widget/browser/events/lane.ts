import type { OfferEvent } from "../../types/event.ts";
import type { Stop } from "../../types/platform.ts";
import type { SendResult, Sink } from "../../types/sink.ts";
import { guard } from "../lib/guard.ts";
import { now } from "../lib/now.ts";
import type { Queue } from "./queue.ts";

/** Gathers what happens together, and is still soon enough for a report that is watched. */
const SOON = 300;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 300_000;
const ATTEMPTS = 10;
/** Where nothing answers at all (offline, blocked), more tries on the same page only cost the shopper. */
const BLOCKED_ATTEMPTS = 3;
const MAX_FLYING = 4;

/** The way through one queue to its sink. */
export interface Lane {
  add(event: OfferEvent): void;
  /** Sends what waits now. */
  flush(): void;
  /** The page is going away: one request after the other no longer works. */
  leave(): void;
  readonly stop: Stop;
}

/**
 * Sends one batch after another, oldest first, each event in one request at a time. After a failure it waits, longer every time,
 * and gives up for this page after some tries in a row; the queue keeps the events for the next page.
 */
export function createLane({ sink, queue, maySend }: { readonly sink: Sink; readonly queue: Queue; maySend(): boolean }): Lane {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flying = 0;
  let failures = 0;
  let limit = ATTEMPTS;

  const later = (delay: number) => {
    // What is under way goes on by itself.
    if (!flying && maySend()) timer ??= setTimeout(flush, delay);
  };
  const send = guard(async (leaving: boolean) => {
    const batch = queue.take();
    if (!batch.length) return;
    // Counts have no id, so they go only where the answer will be read: a page that leaves would tell them twice.
    const dropped = leaving ? {} : queue.dropped();
    const pause = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE) * (0.75 + Math.random() / 2);
    let result: SendResult = { done: [], rejected: [] };
    flying++;
    try {
      result = await sink.send(batch, { leaving, dropped });
    } catch {
      limit = BLOCKED_ATTEMPTS;
    }
    // The lease is kept for now: `pagehide` follows `hidden` at once, and each event is to be in one request only.
    if (leaving && !result.done.length && !result.rejected.length) await new Promise((resume) => setTimeout(resume, pause));
    const isTaken = queue.settle(batch, result, dropped) > 0;
    flying--;
    failures = isTaken ? 0 : failures + 1;
    if (isTaken) limit = ATTEMPTS;
    later(isTaken ? 0 : pause);
  });
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const wait = queue.until() - now();
    if (wait > 0) later(wait);
    else if (!flying && failures < limit && maySend()) send(false);
  };
  later(SOON);
  return {
    add(event) {
      queue.add(event);
      later(SOON);
    },
    flush,
    leave() {
      const isOpen = maySend() && failures <= limit && queue.until() < now();
      for (let room = failures ? 1 : MAX_FLYING - flying; isOpen && room > 0; room--) send(true);
      queue.save();
    },
    stop: () => clearTimeout(timer),
  };
}
