import type { OfferKind, Placement } from "../../types/offer.ts";
import type { RefusalCode } from "../../types/platform.ts";
import type { RefusalAnswer, Step } from "../../types/report.ts";

export const PLACEMENTS: Readonly<Record<Placement, string>> = {
  product: "Product page",
  drawer: "Cart drawer",
  cart: "Cart",
  checkout: "Checkout",
  confirmation: "Confirmation",
};

export const KINDS: Readonly<Record<OfferKind, string>> = { "cross-sell": "goes with", "up-sell": "instead" };

export const STEPS: Readonly<Record<Step, string>> = { shown: "Shown", seen: "Seen", taken: "Taken", ordered: "Ordered" };

export const ANSWERS: Readonly<Record<RefusalAnswer, string>> = {
  "have-it": "Have it",
  "not-for-me": "Not for me",
  "too-dear": "Too dear",
  "does-not-fit": "Doesn’t fit",
  none: "No answer",
};

export const FAILURES: Readonly<Record<RefusalCode, string>> = {
  "sold-out": "Sold out",
  refused: "The shop refused",
  network: "No connection to the shop",
  unsupported: "The shop cannot do it from this page",
};

/** Why a browser gave events up. */
const DROPS: Readonly<Record<string, string>> = {
  consent: "no consent",
  invalid: "not valid",
  too_large: "too large",
  overflow: "too many waiting",
  expired: "too old",
  retry_exhausted: "not delivered after many tries",
  rate_limited: "too many at once",
  storage_lost: "lost by the browser’s storage",
};

export function describeDrop(reason: string): string {
  return DROPS[reason] ?? reason.replaceAll(/[_-]/g, " ");
}
