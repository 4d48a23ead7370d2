import type { OfferEvent } from "./event.ts";

/** Body of `POST /v1/events`, sent as `text/plain` so that no preflight is needed. At most 64 KiB. */
export interface EventBatch {
  readonly shop: string;
  readonly sentAt: number;
  /** How many tries in a row failed on this page before this one. */
  readonly attempt: number;
  /** Events that were given up since the last accepted batch, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly events: readonly OfferEvent[];
}

/** Its answer: every event's id is in exactly one list. 413, 429 (with Retry-After) and 503 mean what they say. */
export interface EventVerdicts {
  readonly accepted: readonly string[];
  readonly duplicate: readonly string[];
  readonly rejected: readonly { readonly id: string; readonly reason: string }[];
}
