import { vi } from "vitest";
import type { OfferEvent } from "../../widget/types/event.ts";
import type { Delivery } from "../../widget/browser/events/deliver.ts";
import { aDelivery, aHappening } from "./aDelivery.ts";
import { type Reply, scriptedCollector } from "./scriptedCollector.ts";

export const QUEUE = "goeswith.queue.collector";
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
  for (const page of pages.splice(0)) page.unshare();
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
export const stored = () =>
  JSON.parse(sessionStorage.getItem(QUEUE) ?? '{"events":[],"dropped":{}}') as { events: OfferEvent[]; dropped: Record<string, number> };
