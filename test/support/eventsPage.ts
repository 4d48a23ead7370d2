import type { ConsentLevel } from "../../widget/types/options.ts";
import { aDelivery, aHappening } from "./aDelivery.ts";

/** What a test in a browser does to the events of its page. */
export interface EventsPage {
  /** Makes so many events and answers their ids. */
  record(times: number, over?: object): readonly string[];
  consent(level: ConsentLevel): void;
  stop(): void;
}

declare global {
  interface Window {
    /** Starts everything about events, as the flow puts it together. */
    openEvents(facts: { readonly url: string; readonly consent?: "required" | "not-needed" }): void;
    events: EventsPage;
  }
}

window.openEvents = (facts) => {
  const { recorder, consent, start, stop } = aDelivery(facts);
  const made: string[] = [];
  document.addEventListener("goeswith:event", (event) => made.push((event as CustomEvent<{ id: string }>).detail.id));
  const delivery = start();
  window.events = {
    record(times, over = {}) {
      made.length = 0;
      for (let left = times; left--;) recorder.record(aHappening(over));
      return [...made];
    },
    consent: (level) => consent.set(level),
    stop() {
      delivery.stop();
      stop();
    },
  };
};
