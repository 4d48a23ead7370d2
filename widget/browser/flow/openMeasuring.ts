import { createConsent } from "../events/consent.ts";
import { createRecorder } from "../events/recorder.ts";
import { drawArm, readVisit } from "../events/visit.ts";
import { guard } from "../lib/guard.ts";
import { openStore } from "../lib/storage.ts";
import { openSession } from "./openSession.ts";
import type { Measuring } from "./measuring.ts";
import type { Stage } from "./stage.ts";

/** One for a page. Takes over what was asked of it before it was there. */
export function openMeasuring(stage: Pick<Stage, "config" | "session" | "asked" | "measuring">): Measuring {
  return (stage.measuring ??= createMeasuring(stage));
}

function createMeasuring(stage: Parameters<typeof openMeasuring>[0]): Measuring {
  const { config, asked } = stage;
  const consent = createConsent({ config, store: openStore("local") });
  if (asked.level) consent.set(asked.level);
  const visit = readVisit({ consent, store: openSession(stage) });
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
