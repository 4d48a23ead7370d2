import type { OfferEvent } from "./event.ts";

/** Which events were taken; whatever is in neither list stays queued. */
export interface SendResult {
  /** Ids that are stored for good, duplicates included. */
  readonly done: readonly string[];
  /** Ids that will never be taken, and why. */
  readonly rejected: readonly { readonly id: string; readonly reason: string }[];
  /** Milliseconds to wait before the next try, when the destination asked for it. */
  readonly retryAfter?: number;
}

export interface SendHow {
  /** The page is going away; nothing after this call can be counted on. */
  readonly leaving: boolean;
  /** How many events were given up since the last accepted batch, by reason. */
  readonly dropped?: Readonly<Record<string, number>>;
  /** How many tries in a row failed on this page before this one. */
  readonly attempt?: number;
}

/** A place events are sent to. */
export interface Sink {
  readonly name: string;
  /** Events stay queued until its verdict, over page loads. Absent: each event is handed over once, at once, whatever it answers. */
  readonly durable?: true;
  /** Never throws at the call and never edits the events; rejects when the destination cannot be reached. */
  send(batch: readonly OfferEvent[], how: SendHow): Promise<SendResult>;
}
