import type { OfferEvent } from "../../types/event.ts";
import type { Stop } from "../../types/platform.ts";
import type { SendResult, Sink } from "../../types/sink.ts";
import { guard } from "../lib/guard.ts";
import { now } from "../lib/now.ts";
import type { Batch, Queue } from "./queue.ts";

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
  /** Sends what waits, of this page or of others, in a moment. */
  soon(): void;
  /** Sends it now. */
  flush(): void;
  /** The page is going away, for good or maybe: one request after the other no longer works. */
  leave(isGone: boolean): void;
  readonly stop: Stop;
}

export interface LaneDeps {
  readonly sink: Sink;
  readonly queue: Queue;
  maySend(): boolean;
}

/**
 * Sends one batch after another, oldest first, each event in one request at a time. After a failure it waits, longer every time,
 * and gives up for this page after some tries in a row; the queue keeps the events for the next page.
 */
export function createLane({ sink, queue, maySend }: LaneDeps): Lane {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flying = 0;
  let failures = 0;
  let limit = ATTEMPTS;
  /** Something happened while the queue was asked what there is. */
  let isNews = false;

  const later = (delay: number) => {
    // What is under way goes on by itself.
    if (!flying && maySend()) timer ??= setTimeout(flush, delay);
  };
  const soon = () => {
    isNews = true;
    later(SOON);
  };
  const send = async (batch: Batch, leaving: boolean): Promise<number> => {
    const pause = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE) * (0.75 + Math.random() / 2);
    let result: SendResult = { done: [], rejected: [] };
    try {
      result = await sink.send(batch.events, { leaving, dropped: batch.dropped, attempt: failures });
    } catch {
      limit = BLOCKED_ATTEMPTS;
    }
    // The lease is kept for now: `pagehide` follows `hidden` at once, and each event is to be in one request only.
    if (leaving && !result.done.length && !result.rejected.length) await new Promise((resume) => setTimeout(resume, pause));
    const isTaken = (await queue.settle(batch, result)) > 0;
    failures = isTaken ? 0 : failures + 1;
    if (isTaken) limit = ATTEMPTS;
    return isTaken ? 0 : pause;
  };
  /** Without a moment's delay where the batch is there: a page that leaves has none. */
  const fly = guard(async (batch: Batch, leaving: boolean) => {
    flying++;
    const pause = await send(batch, leaving);
    flying--;
    later(pause);
  });
  const next = guard(async () => {
    flying++;
    isNews = false;
    const batch = await queue.take();
    flying--;
    if (batch.events.length) fly(batch, false);
    else if (isNews || batch.wait) later(isNews ? SOON : batch.wait);
  });
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const wait = queue.until() - now();
    if (wait > 0) later(wait);
    else if (!flying && failures < limit && maySend()) next();
  };
  return {
    add(event) {
      queue.add(event);
      soon();
    },
    soon,
    flush,
    leave(isGone) {
      if (!maySend() || failures > limit || queue.until() >= now()) return;
      for (let room = failures ? 1 : MAX_FLYING - flying; room > 0; room--) {
        const batch = queue.takeOwn(isGone);
        if (batch.events.length) fly(batch, true);
      }
    },
    stop: () => clearTimeout(timer),
  };
}
