import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import type { OfferEvent } from "../../../../widget/types/event.ts";
import type { SendHow, SendResult, Sink } from "../../../../widget/types/sink.ts";
import { createLane } from "../../../../widget/browser/events/lane.ts";
import { createQueue } from "../../../../widget/browser/events/queue.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";
import { anEvent } from "../../../support/aDelivery.ts";

const FATES = ["stored", "lost", "refused", "unreachable", "one bad", "wait", "half"] as const;
type Fate = (typeof FATES)[number];
type Step = readonly ["add", times: number, type: string] | readonly ["pass", ms: number] | readonly ["leave" | "next page" | "revoke"];
type Counts = Readonly<Record<string, number>>;

const RUNS = 300;
const DAY = 24 * 3600_000;
/** Longer than any pause or any wait that was asked for. */
const LONG = 400_000;

afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

/** A destination whose answers follow a list. `done` is what it acknowledged. */
function aSink(fates: readonly Fate[]) {
  const done = new Set<string>();
  const told: Counts[] = [];
  let calls = 0;
  const send = async (batch: readonly OfferEvent[], { dropped = {} }: SendHow): Promise<SendResult> => {
    const fate = fates[calls++] ?? "stored";
    await new Promise((resume) => setTimeout(resume, 40));
    if (fate === "unreachable") throw new Error(fate);
    if (fate === "refused") return { done: [], rejected: [] };
    if (fate === "wait") return { done: [], rejected: [], retryAfter: 5000 };
    const ids = batch.map(({ id }) => id);
    const taken = fate === "one bad" ? ids.slice(1) : fate === "half" ? ids.slice(0, ids.length / 2) : ids;
    if (fate === "lost") throw new Error(fate);
    for (const id of taken) done.add(id);
    if (taken.length) told.push(dropped);
    return { done: taken, rejected: fate === "one bad" ? [{ id: ids[0]!, reason: "invalid" }] : [] };
  };
  const sink: Sink = { name: "collector", durable: true, send };
  return { done, told, sink };
}

/** Pages of one tab, one after another, over the same storage. */
function aTab(sink: Sink) {
  let isAllowed = true;
  let made = 0;
  const open = () => {
    const queue = createQueue({ store: openStore("session"), key: "queue", mayStore: () => isAllowed });
    return { queue, lane: createLane({ sink, queue, maySend: () => isAllowed }) };
  };
  let page = open();
  const nextPage = async () => {
    await vi.advanceTimersByTimeAsync(0);
    const now = Date.now();
    vi.clearAllTimers();
    // Clearing the timers also puts the clock back.
    vi.setSystemTime(now);
    page = open();
  };
  const play = async (step: Step) => {
    if (step[0] === "pass") await vi.advanceTimersByTimeAsync(step[1]);
    else if (step[0] === "leave") page.lane.leave();
    else if (step[0] === "next page") await nextPage();
    else if (step[0] === "revoke") {
      isAllowed = false;
      page.queue.purge();
      await vi.advanceTimersByTimeAsync(LONG);
      isAllowed = true;
      page.queue.save();
    } else {
      const [, times, type] = step as Extract<Step, readonly ["add", ...unknown[]]>;
      for (const last = made + times; made < last;) page.lane.add(anEvent({ id: `e${made}`, seq: ++made, type, at: Date.now() }));
    }
  };
  const stored = () =>
    JSON.parse(sessionStorage.getItem("goeswith.queue") ?? '{"events":[],"dropped":{}}') as { events: OfferEvent[]; dropped: Counts };
  return { play, nextPage, stored, made: () => made };
}

const sum = (...counts: readonly Counts[]) => counts.flatMap((one) => Object.values(one)).reduce((a, b) => a + b, 0);

const plan: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.tuple(fc.constant("add" as const), fc.integer({ min: 1, max: 250 }), fc.constantFrom("seen", "opened", "added")),
    fc.tuple(fc.constant("pass" as const), fc.integer({ min: 1, max: 8000 })),
    fc.tuple(fc.constantFrom("leave" as const, "next page" as const, "revoke" as const)),
  ),
  { maxLength: 12 },
);

it("row 35: the ledger closes: made = stored + dropped by reason + pending", { timeout: 60_000 }, async () => {
  let today = Date.UTC(2026, 0, 1);
  await fc.assert(
    fc.asyncProperty(plan, fc.array(fc.constantFrom(...FATES), { maxLength: 8 }), async (steps, fates) => {
      vi.useFakeTimers({ now: (today += DAY) });
      sessionStorage.clear();
      const { done, told, sink } = aSink(fates);
      const tab = aTab(sink);
      for (const step of steps) await tab.play(step);
      await tab.nextPage();

      const { events, dropped } = tab.stored();
      expect(done.size + sum(dropped, ...told) + events.length).toBe(tab.made());
      expect(events.filter(({ id }) => done.has(id))).toEqual([]);

      // What is pending reaches a destination that works again, by and by and over some pages.
      for (let pages = 0; pages < 3; pages++) {
        await tab.nextPage();
        await vi.advanceTimersByTimeAsync(LONG);
      }
      expect(tab.stored().events).toEqual([]);
      expect(done.size + sum(tab.stored().dropped, ...told)).toBe(tab.made());
    }),
    { numRuns: RUNS },
  );
});
