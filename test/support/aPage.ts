import { vi } from "vitest";
import { sumCounts } from "../../widget/browser/events/createCounts.ts";
import type { Delivery } from "../../widget/browser/events/deliver.ts";
import type { KeptCounts, KeptEvent } from "../../widget/browser/events/kept.ts";
import { aDelivery, aHappening } from "./aDelivery.ts";
import { type Reply, scriptedCollector } from "./scriptedCollector.ts";

/** What the keys of the queue begin with, where the browser has no database. */
export const QUEUE = "goeswith.queue.collector.";
export const MINUTE = 60_000;
const running: Delivery[] = [];
const pages: ReturnType<typeof aDelivery>[] = [];

/** A page with delivery running and a collector behind it, by a fake clock. */
export function aPage(reply?: Reply, facts: Parameters<typeof aDelivery>[0] = {}) {
  const collector = scriptedCollector(reply);
  vi.stubGlobal("fetch", collector.fetch);
  const page = aDelivery(facts);
  const delivery = page.start();
  running.push(delivery);
  pages.push(page);
  const record = (times = 1, over: object = {}) => {
    for (let left = times; left--;) page.recorder.record(aHappening(over));
  };
  return { ...page, delivery, collector, record };
}

/** The page goes away as it does in a browser that is killed: no more timers, no events, the tab's storage stays. */
export function killPage() {
  const now = Date.now();
  vi.clearAllTimers();
  // Clearing the timers also puts the clock back.
  vi.setSystemTime(now);
  for (const page of pages.splice(0)) page.stop();
}

export function openClock() {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 1) });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
}

/** Leaves nothing of the pages, the clock and the storage to the next test. */
export function closePages() {
  for (const delivery of running.splice(0)) delivery.stop();
  killPage();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  sessionStorage.clear();
  localStorage.clear();
}

export const hide = () => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
};
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
export const bytes = (text: string) => new TextEncoder().encode(text).length;
/** What the queue has in the storage, oldest first. */
export const stored = () => {
  const records = Object.keys(localStorage).flatMap((key) =>
    key.startsWith(QUEUE) ? [JSON.parse(localStorage.getItem(key)!) as Partial<KeptEvent & KeptCounts>] : [],
  );
  const events = records.flatMap(({ event }) => event ?? []).sort((a, b) => a.at - b.at || a.seq - b.seq);
  return { records, events, dropped: sumCounts(records.map(({ counts = {} }) => counts)) };
};
