import fc from "fast-check";
import { expect, vi } from "vitest";
import type { OfferEvent } from "../../widget/types/event.ts";
import type { SendHow, SendResult, Sink } from "../../widget/types/sink.ts";
import { sumCounts } from "../../widget/browser/events/createCounts.ts";
import { readStock } from "../../widget/browser/events/kept.ts";
import { createLane } from "../../widget/browser/events/lane.ts";
import { createQueue } from "../../widget/browser/events/queue.ts";
import { anEvent } from "./aDelivery.ts";
import { aDepot } from "./aDepot.ts";

const FATES = ["stored", "lost", "refused", "unreachable", "one bad", "wait", "half"] as const;
type Fate = (typeof FATES)[number];
type Step =
  | readonly ["add", tab: number, times: number, type: string]
  | readonly ["pass", ms: number]
  | readonly ["leave" | "next page" | "kill", tab: number]
  | readonly ["revoke"];

const TABS = 3;
/** Longer than any pause, any lease and any wait that was asked for. */
const LONG = 400_000;

/** A destination whose answers follow a list. `done` is what it acknowledged, with how often. */
function aDestination(fates: readonly Fate[]) {
  const done = new Map<string, number>();
  /** A verdict is the same whenever it is asked for. */
  const refused = new Set<string>();
  const told: Readonly<Record<string, number>>[] = [];
  let calls = 0;
  const answer = (batch: readonly OfferEvent[], { dropped = {} }: SendHow): SendResult => {
    const fate = fates[calls++] ?? "stored";
    if (fate === "unreachable" || fate === "lost") throw new Error(fate);
    if (fate === "refused") return { done: [], rejected: [] };
    if (fate === "wait") return { done: [], rejected: [], retryAfter: 5000 };
    const ids = batch.map(({ id }) => id);
    if (fate === "one bad" && !done.has(ids[0]!)) refused.add(ids[0]!);
    const good = ids.filter((id) => !refused.has(id));
    const taken = fate === "half" ? good.slice(0, Math.ceil(good.length / 2)) : good;
    for (const id of taken) done.set(id, (done.get(id) ?? 0) + 1);
    if (taken.length) told.push(dropped);
    return { done: taken, rejected: ids.filter((id) => refused.has(id)).map((id) => ({ id, reason: "bad type" })) };
  };
  return { done, told, answer };
}

/** Some tabs of one browser over one depot, each with one page after another. */
function aBrowser({ answer }: ReturnType<typeof aDestination>) {
  const depot = aDepot();
  let isAllowed = true;
  let made = 0;
  const open = (tab: number) => {
    let isDead = false;
    const may = () => isAllowed && !isDead;
    const send: Sink["send"] = async (batch, how) => {
      await new Promise((resume) => setTimeout(resume, 40));
      // Nobody hears an answer to a page that is gone, and nothing tells whether it arrived: here it did not.
      return isDead ? new Promise(() => {}) : answer(batch, how);
    };
    const queue = createQueue({ name: "collector", tab: () => `tab ${tab}`, mayStore: may, open: depot.open(() => isDead) });
    const lane = createLane({ sink: { name: "collector", durable: true, send }, queue, maySend: may });
    lane.soon();
    return { queue, lane, kill: () => (isDead = true) };
  };
  const tabs = Array.from({ length: TABS }, (_, tab) => open(tab));
  const goAway = (tab: number) => {
    tabs[tab]!.lane.leave(true);
    tabs[tab]!.queue.leave(true);
  };
  const play = async (step: Step) => {
    if (step[0] === "pass") await vi.advanceTimersByTimeAsync(step[1]);
    else if (step[0] === "leave") tabs[step[1]]!.lane.leave(false);
    else if (step[0] === "next page" || step[0] === "kill") {
      // What was written just now has reached the browser; a page that is killed sends nothing any more.
      await vi.advanceTimersByTimeAsync(50);
      if (step[0] === "next page") goAway(step[1]);
      else tabs[step[1]]!.queue.leave(true);
      await vi.advanceTimersByTimeAsync(10);
      tabs[step[1]]!.kill();
      tabs[step[1]] = open(step[1]);
    } else if (step[0] === "revoke") {
      // What a killed page had in its hands is free again.
      await vi.advanceTimersByTimeAsync(LONG);
      isAllowed = false;
      for (const { queue } of tabs) queue.purge();
      await vi.advanceTimersByTimeAsync(LONG);
      expect(depot.records.size).toBe(0);
      isAllowed = true;
      for (const { queue, lane } of tabs) {
        queue.tidy();
        lane.soon();
      }
      await vi.advanceTimersByTimeAsync(LONG);
    } else {
      const [, tab, times, type] = step as Extract<Step, readonly ["add", ...unknown[]]>;
      for (const last = made + times; made < last;) tabs[tab]!.lane.add(anEvent({ id: `e${made}`, seq: ++made, type, at: Date.now() }));
    }
  };
  const stock = () => readStock([...depot.records.values()]);
  return { play, stock, made: () => made };
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
const tab = fc.integer({ min: 0, max: TABS - 1 });
const plan: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.tuple(fc.constant("add" as const), tab, fc.integer({ min: 1, max: 150 }), fc.constantFrom("seen", "opened", "added")),
    fc.tuple(fc.constant("pass" as const), fc.integer({ min: 1, max: 8000 })),
    fc.tuple(fc.constantFrom("leave" as const, "next page" as const, "kill" as const), tab),
    fc.tuple(fc.constant("revoke" as const)),
  ),
  { maxLength: 12 },
);

/** Plays so many random lives of a browser with three tabs: made = stored + dropped by reason + pending, in the end and in between. */
export async function checkLedger(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(plan, fc.array(fc.constantFrom(...FATES), { maxLength: 8 }), async (steps, fates) => {
      vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
      const destination = aDestination(fates);
      const browser = aBrowser(destination);
      for (const step of steps) await browser.play(step);
      // As long as no page goes away or into the background, nothing is sent again that arrived.
      const isQuiet = steps.every(([name]) => name === "add" || name === "pass" || name === "revoke");
      if (isQuiet) expect([...destination.done.values()].filter((times) => times > 1)).toEqual([]);
      for (const one of [0, 1, 2]) await browser.play(["next page", one]);

      const { events, counts } = browser.stock();
      const dropped = sum(sumCounts([...destination.told, ...counts.map((record) => record.counts)]));
      // What arrived at the moment its page went away is both, until it is sent once more.
      const known = new Set([...destination.done.keys(), ...events.map(({ event }) => event.id)]);
      expect(known.size + dropped).toBe(browser.made());

      // What is pending reaches a destination that works again, by and by and over some pages.
      for (let pages = 0; pages < 3; pages++) {
        await browser.play(["next page", pages]);
        await browser.play(["pass", LONG]);
      }
      expect(browser.stock().events).toEqual([]);
      const rest = sumCounts([...destination.told, ...browser.stock().counts.map((record) => record.counts)]);
      expect(destination.done.size + sum(rest)).toBe(browser.made());
    }),
    { numRuns },
  );
}
