import type { Config } from "../../types/config.ts";
import type { ConsentLevel } from "../../types/options.ts";
import type { Stop } from "../../types/platform.ts";
import { createCell } from "../lib/cell.ts";
import type { Store } from "../lib/storage.ts";
import { ORDERS_KEY } from "./keys.ts";

/** Where the answer is kept. */
export const CONSENT_KEY = "consent";

/** What the shopper allows. */
export interface Consent {
  /** Read anew at every call, so that what another tab or the shop's own log-out did to the storage counts at once. */
  level(): ConsentLevel;
  set(level: ConsentLevel): void;
  /** Hears the level at once, then every change. */
  subscribe(listener: (level: ConsentLevel) => void): Stop;
}

/**
 * The answer is kept in `store` (the browser's, not the tab's) only where it differs from what holds unasked: a shopper who allows
 * nothing where consent is required leaves nothing behind. A browser that sends Global Privacy Control has answered no for good.
 */
export function createConsent({ config, store }: { readonly config: Pick<Config, "consent">; readonly store: Store }): Consent {
  const isRefused = () => (navigator as Navigator & { readonly globalPrivacyControl?: boolean }).globalPrivacyControl;
  const unasked = config.consent === "not-needed" ? "measure" : "none";
  const read = (): ConsentLevel => {
    const answer = store.get(CONSENT_KEY) ?? unasked;
    return !isRefused() && (answer === "measure" || answer === "remember") ? answer : "none";
  };
  const cell = createCell(read());
  cell.subscribe((level) => {
    if (level === "none") store.remove(ORDERS_KEY);
  });
  const look = () => cell.set(read());
  return {
    level: () => (look(), cell.get()),
    set(level) {
      if (isRefused() || level === unasked) store.remove(CONSENT_KEY);
      else store.set(CONSENT_KEY, level);
      look();
    },
    subscribe: (listener) => (look(), cell.subscribe(listener)),
  };
}
