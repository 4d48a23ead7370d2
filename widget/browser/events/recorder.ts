import type { Happening } from "../../types/event.ts";
import type { Stop } from "../../types/platform.ts";
import { guard } from "../lib/guard.ts";
import { now } from "../lib/now.ts";
import type { Consent } from "./consent.ts";

type Deliver = (happening: Happening, at: number) => void;

/** Where facts are recorded as they happen, before anything that can deliver them is loaded. */
export interface Recorder {
  record(happening: Happening): void;
  /** Hands over what waits, then everything new; `at` in milliseconds since 1970. */
  attach(deliver: Deliver): Stop;
  /** Hears every happening, also without consent. */
  on(heard: (happening: Happening) => void): Stop;
}

/**
 * Whether a happening may ever be delivered is decided when it is recorded: what happened without consent is told to listeners
 * and forgotten; what still waits when consent is withdrawn is forgotten too.
 */
export function createRecorder({ consent }: { readonly consent: Consent }): Recorder {
  let waiting: Parameters<Deliver>[] = [];
  const wait: Deliver = (...facts) => waiting.push(facts);
  let deliver = wait;
  const listeners = new Set<(happening: Happening) => void>();
  consent.subscribe((level) => {
    if (level === "none") waiting = [];
  });
  return {
    record(happening) {
      if (consent.level() !== "none") deliver(happening, now());
      // Each hears a copy: what a listener of the shop does to it changes no event.
      for (const listener of listeners) listener({ ...happening });
    },
    attach(to) {
      deliver = guard(to);
      waiting.splice(0).forEach((facts) => deliver(...facts));
      return () => (deliver = wait);
    },
    on(heard) {
      const listener = guard(heard);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
