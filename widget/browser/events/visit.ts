import type { Arm } from "../../types/event.ts";
import type { Stop } from "../../types/platform.ts";
import { isRecord } from "../lib/isRecord.ts";
import { readStored, type Store } from "../lib/storage.ts";
import type { Consent } from "./consent.ts";
import { ORDERS_KEY, QUEUE_KEY, VISIT_KEY } from "./keys.ts";

interface Facts {
  /** Empty until the first event of the visit is made. */
  readonly id: string;
  /** Of the visit's latest event; they count up from 1. */
  readonly seq: number;
  /** Drawn before the visit's first plan. */
  readonly arm?: Arm;
  /** The `eligible` event of this visit was recorded. */
  readonly eligible: boolean;
}

/** One tab session. Its members change; they are kept in the tab's storage with consent, else only as long as the page. */
export interface Visit extends Facts {
  keep(change: Partial<Facts>): void;
  /** Removes what measuring keeps for the tab, also where no code that delivers is loaded. */
  readonly stop: Stop;
}

/**
 * The visit this page belongs to. When consent comes or goes a new one begins, so that nothing before links to anything after; only
 * the arm stays for as long as the page, because it is what the shopper sees.
 */
export function readVisit({ consent, store }: { readonly consent: Consent; readonly store: Store }): Visit {
  let isKept: boolean | undefined;
  const visit = {
    id: "",
    seq: 0,
    eligible: false,
    keep(change: Partial<Facts>) {
      Object.assign(visit, change);
      if (consent.level() !== "none") store.set(VISIT_KEY, JSON.stringify(visit));
    },
    stop: () => [VISIT_KEY, ORDERS_KEY, `${QUEUE_KEY}collector`].forEach(store.remove),
  };
  consent.subscribe((level) => {
    if (isKept === (isKept = level !== "none")) return;
    if (!isKept) visit.stop();
    const kept = readStored(store, VISIT_KEY);
    Object.assign(visit, isRecord(kept) && Number.isInteger(kept.seq) ? kept : { id: "", seq: 0, eligible: false });
  });
  return visit;
}

/** `holdout` is the share of visits, 0 to 1, that see no offers. */
export function drawArm(holdout: number, random: () => number = Math.random): Arm {
  return random() < holdout ? "holdout" : "offers";
}
