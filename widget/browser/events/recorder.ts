import type { Happening, OfferEvent } from "../../types/event.ts";
import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";
import { isRecord } from "../lib/isRecord.ts";
import { readStored, type Store } from "../lib/storage.ts";
import { toJson } from "../lib/toJson.ts";
import type { Consent } from "./consent.ts";
import { freezeEvent } from "./freezeEvent.ts";
import { WAITING_KEY } from "./keys.ts";

type Deliver = (event: OfferEvent) => void;

/** Where facts are recorded as they happen, before anything that can deliver them is loaded. */
export interface Recorder {
  record(happening: Happening): void;
  /** Hands over what waits, then everything new. */
  attach(deliver: Deliver): Stop;
  /** The page goes away: keeps what waits for the tab's next page, and answers it. */
  leave(): readonly OfferEvent[];
  /** Hears every happening, also without consent. */
  on(heard: (happening: Happening) => void): Stop;
}

export interface RecorderDeps {
  readonly consent: Consent;
  /** The tab's. */
  readonly store: Store;
  make(happening: Happening): OfferEvent;
}

/**
 * Whether a happening may ever be delivered is decided when it is recorded: what happened without consent is told to listeners
 * and forgotten; what still waits when consent is withdrawn is forgotten too.
 */
export function createRecorder({ consent, store, make }: RecorderDeps): Recorder {
  let waiting = readWaiting(store);
  const wait: Deliver = (event) => waiting.push(event);
  let deliver = wait;
  const listeners = new Set<(happening: Happening) => void>();
  consent.refused(() => (waiting = []));
  return {
    record(happening) {
      if (consent.level() !== "none") deliver(make(happening));
      // Each hears a copy: what a listener of the shop does to it changes no event.
      for (const listener of listeners) listener({ ...happening });
    },
    attach(to) {
      deliver = guard(to);
      store.remove(WAITING_KEY);
      for (const event of waiting.splice(0)) deliver(event);
      return () => (deliver = wait);
    },
    leave() {
      if (consent.level() === "none") return [];
      if (waiting.length) store.set(WAITING_KEY, toJson(waiting));
      return waiting;
    },
    on(heard) {
      const listener = guard(heard);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What an earlier page of the tab could not hand over. */
function readWaiting(store: Store): OfferEvent[] {
  const kept = readStored(store, WAITING_KEY);
  const isEvent = (event: unknown): event is OfferEvent => isRecord(event) && typeof event.id === "string";
  return Array.isArray(kept) ? kept.filter(isEvent).map(freezeEvent) : [];
}
