import type { Config } from "../../types/config.ts";
import type { Said } from "../../types/consent.ts";
import type { ConsentLevel } from "../../types/options.ts";
import type { Stop } from "../../types/platform.ts";
import { createCell } from "../lib/cell.ts";
import type { Store } from "../lib/storage.ts";
import { openSignals, strictest } from "./signals/index.ts";

/** Where the answer is kept. */
export const CONSENT_KEY = "consent";

/** What the shopper allows. */
export interface Consent {
  /** Read anew at every call, so that what another tab, a banner or the shop's own log-out did counts at once. */
  level(): ConsentLevel;
  /** The answer given through `goesWith`. */
  set(level: ConsentLevel): void;
  /** What the shopper's other tabs have come to. */
  hear(level: ConsentLevel): void;
  /** Hears the level at once, then every change. */
  subscribe(listener: (level: ConsentLevel) => void): Stop;
  /** Hears that the shopper said no, now or before: what was kept has to go. A signal that is only late is no such answer. */
  refused(listener: () => void): Stop;
  readonly stop: Stop;
}

/**
 * The strictest of the page's signals and of what the shop said through `goesWith`. That answer is kept in `store` (the browser's, not
 * the tab's) only where it differs from what holds unasked: a shopper who allows nothing where consent is required leaves nothing behind.
 */
export function createConsent({ config, store }: { readonly config: Pick<Config, "consent">; readonly store: Store }): Consent {
  const isOpen = config.consent === "not-needed";
  /** Said on this page, or in another tab meanwhile. */
  let isDenied = false;
  let isAllowed = false;
  /** Signals may tell of a change while they are asked for the first time. */
  let look = () => {};
  const signals = openSignals(() => look());
  const answered = (): Said | undefined => {
    const kept = store.get(CONSENT_KEY);
    if (isDenied) return "none";
    return kept === undefined || kept === "measure" || kept === "remember" ? kept : "none";
  };
  const read = (): Said | undefined => {
    const said = strictest(answered(), signals.read()) ?? (isOpen ? "measure" : undefined);
    const wasAllowed = isAllowed;
    isAllowed = said === "measure" || said === "remember";
    // A yes that is gone, without anything that is still to speak, was taken back.
    return said === undefined && wasAllowed ? "none" : said;
  };
  const levelOf = (said: Said | undefined) => (said === undefined || said === "waiting" ? "none" : said);
  const first = read();
  const cell = createCell(levelOf(first));
  const no = createCell(first === "none");
  // A yes that a signal contradicts is nothing to be kept.
  no.subscribe((isNo) => {
    if (isNo && /^(measure|remember)$/.test(store.get(CONSENT_KEY) ?? "")) store.remove(CONSENT_KEY);
  });
  look = () => {
    const said = read();
    // A no is heard before the level, so that nothing is written for it any more.
    no.set(said === "none" || (no.get() && said === undefined));
    cell.set(levelOf(said));
  };
  return {
    level: () => (look(), cell.get()),
    set(level) {
      isDenied = level === "none";
      const isKept = isDenied ? isOpen : signals.read() !== "none" && (level !== "measure" || !isOpen);
      if (isKept) store.set(CONSENT_KEY, level);
      else store.remove(CONSENT_KEY);
      look();
    },
    hear(level) {
      isDenied = level === "none";
      look();
    },
    subscribe: (listener) => (look(), cell.subscribe(listener)),
    refused: (listener) => no.subscribe((isNo) => isNo && listener()),
    stop: signals.stop,
  };
}
