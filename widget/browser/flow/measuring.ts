import type { Consent } from "../events/consent.ts";
import type { Recorder } from "../events/recorder.ts";
import type { Visit } from "../events/visit.ts";

/** What the shopper allows, and what is recorded under it. */
export interface Measuring {
  readonly consent: Consent;
  readonly visit: Visit;
  readonly recorder: Recorder;
  mayStore(): boolean;
  /**
   * Draws the visit's arm before its first plan, records in both arms that offers would be shown, and says whether they are. A visit that
   * may not be measured is in neither arm and sees offers.
   */
  mayShow(offers: number): boolean;
}
