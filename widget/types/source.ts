import type { Candidate, OfferContext } from "./offer.ts";

/** An origin of candidates. */
export interface Source {
  readonly name: string;
  /** May reject; the pass goes on without it. */
  recommend(context: OfferContext, signal: AbortSignal): Promise<readonly Candidate[]>;
}
