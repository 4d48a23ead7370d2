import type { Consent } from "../events/consent.ts";
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
   * of which it was not known by then that it may be measured is in neither arm and sees offers.
   */
  mayShow(offers: number): boolean;
  /** Listens to no banner any more, and removes what is kept for the tab. */
  readonly stop: Stop;
}
