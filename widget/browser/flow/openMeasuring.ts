import { type Consent, createConsent } from "../events/consent.ts";
import { createRecorder, type Recorder } from "../events/recorder.ts";
import { drawArm, readVisit, type Visit } from "../events/visit.ts";
import { guard } from "../lib/guard.ts";
import { openStore } from "../lib/storage.ts";
import type { Stage } from "./stage.ts";

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

/** One for a page. Takes over what was asked of it before it was there. */
export function openMeasuring(stage: Pick<Stage, "config" | "session" | "asked" | "measuring">): Measuring {
  return (stage.measuring ??= createMeasuring(stage));
}

function createMeasuring({ config, session, asked }: Parameters<typeof openMeasuring>[0]): Measuring {
  const consent = createConsent({ config, store: openStore("local") });
  if (asked.level) consent.set(asked.level);
  const visit = readVisit({ consent, store: session });
  const recorder = createRecorder({ consent });
  recorder.on((happening) => asked.listeners.forEach((heard) => guard(heard)(happening)));
  const mayStore = () => consent.level() !== "none";
  return {
    consent,
    visit,
    recorder,
    mayStore,
    mayShow(offers) {
      if (!mayStore()) return true;
      const arm = visit.arm ?? drawArm(config.experiment.holdout);
      const isFirst = offers > 0 && !visit.eligible;
      visit.keep({ arm, ...(isFirst && { eligible: true }) });
      if (isFirst) recorder.record({ type: "eligible" });
      return arm === "offers";
    },
  };
}
