import type { Consent } from "../events/consent.ts";
import type { Offer } from "../../types/offer.ts";
import type { Recorder } from "../events/recorder.ts";
import type { Stop } from "../../types/platform.ts";
import type { Visit } from "../events/visit.ts";

/** What the shopper allows, and what is recorded under it. */
export interface Measuring {
  readonly consent: Consent;
  readonly visit: Visit;
  readonly recorder: Recorder;
  mayStore(): boolean;
  /**
   * Draws the visit's arm before its first plan, records that offers would be shown, in both arms alike, and says whether they are. A visit
   * of which it was not known by then that it may be measured, or what share is held out, is in neither arm and sees offers. Where the
   * collector has switched offers off nobody sees any and nobody is compared.
   */
  mayShow(offers: number): boolean;
  /** Those of a page's first offers that may be shown, once that is known; it is not waited for longer than shoppers would. */
  allow(offers: readonly Offer[]): Promise<readonly Offer[]>;
  /** Asks whether offers may still be shown; that counts from the next plan on, so that nothing vanishes that is being looked at. */
  refresh(): void;
  /** Listens to no banner any more, and removes what is kept for the tab. */
  readonly stop: Stop;
}
