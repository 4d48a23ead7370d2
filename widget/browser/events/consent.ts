import type { Config } from "../../types/config.ts";
import type { ConsentLevel } from "../../types/options.ts";
import type { Stop } from "../../types/platform.ts";
import { createCell } from "../lib/cell.ts";
import { guard } from "../lib/guard.ts";
import { PREFIX, type Store } from "../lib/storage.ts";
import { ORDERS_KEY } from "./keys.ts";

const KEY = "consent";

/** What the shopper allows. */
export interface Consent {
  /** Read anew at every call, so that what another tab or the shop's own log-out did to the storage counts at once. */
  level(): ConsentLevel;
  set(level: ConsentLevel): void;
  /** Hears the level at once, then every change, also those made in other tabs. */
  subscribe(listener: (level: ConsentLevel) => void): Stop;
  readonly stop: Stop;
}

/**
 * The answer is kept in `store` (the browser's, not the tab's) only where it differs from what holds unasked: a shopper who allows
 * nothing where consent is required leaves nothing behind. A browser that sends Global Privacy Control has answered no for good.
 */
export function createConsent({ config, store }: { readonly config: Pick<Config, "consent">; readonly store: Store }): Consent {
  const isRefused = () => (navigator as Navigator & { readonly globalPrivacyControl?: boolean }).globalPrivacyControl;
  const unasked = config.consent === "not-needed" ? "measure" : "none";
  const read = (): ConsentLevel => {
    const answer = store.get(KEY) ?? unasked;
    return !isRefused() && (answer === "measure" || answer === "remember") ? answer : "none";
  };
  const cell = createCell(read());
  cell.subscribe((level) => {
    if (level === "none") store.remove(ORDERS_KEY);
  });
  const look = guard(() => cell.set(read()));
  const keep = (level: ConsentLevel) => {
    if (isRefused() || level === unasked) store.remove(KEY);
    else store.set(KEY, level);
    look();
  };
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(PREFIX + KEY);
    // Only a no is taken over as such: where storage is blocked, a yes is one tab's own.
    channel.onmessage = guard(({ data }: MessageEvent) => data === "none" && keep(data));
  } catch {
    // Absent or forbidden; the storage event tells of it.
  }
  addEventListener("storage", look);
  return {
    level: () => (look(), cell.get()),
    set(level) {
      keep(level);
      channel?.postMessage(level);
    },
    subscribe: (listener) => (look(), cell.subscribe(listener)),
    stop() {
      channel?.close();
      removeEventListener("storage", look);
    },
  };
}
