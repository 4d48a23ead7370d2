import { createConsent } from "../events/consent.ts";
import { createMaker } from "../events/createMaker.ts";
import { forgetPerson } from "../events/forget.ts";
import { leaveEarly } from "../events/leaveEarly.ts";
import { createRecorder } from "../events/recorder.ts";
import { readVisit } from "../events/visit.ts";
import { guard } from "../lib/guard.ts";
import { openStore } from "../lib/storage.ts";
import { openSession } from "./openSession.ts";
import type { Measuring } from "./measuring.ts";
import { openSwitch } from "./openSwitch.ts";
import type { Stage } from "./stage.ts";

/** Milliseconds for which the first offers of a visit, ready to be shown, wait for the switch file. */
const PATIENCE = 500;

/** One for a page. Takes over what was asked of it before it was there. */
export function openMeasuring(stage: Pick<Stage, "config" | "session" | "asked" | "measuring" | "world">): Measuring {
  return (stage.measuring ??= createMeasuring(stage));
}

function createMeasuring(stage: Parameters<typeof openMeasuring>[0]): Measuring {
  const { config, asked, world } = stage;
  const store = openSession(stage);
  const lasting = openStore("local");
  const consent = createConsent({ config, store: lasting });
  if (asked.level) consent.set(asked.level);
  if (asked.level === "measure") forgetPerson();
  const visit = readVisit({ consent, store, lasting });
  const make = createMaker({ visit, version: __VERSION__, build: () => world.model?.build() });
  const recorder = createRecorder({ consent, store, make });
  const unhear = leaveEarly(recorder, config);
  recorder.on((happening) => asked.listeners.forEach((heard) => guard(heard)(happening)));
  const mayStore = () => consent.level() !== "none";
  const control = openSwitch(config);
  let isStopped = false;
  const mayShow = (offers: number) => {
    if (isStopped || control.isOff()) return false;
    const share = control.share();
    // Whoever saw offers before it was known that the visit may be measured, and by what share, is in neither arm.
    if (!visit.arm && mayStore() && share !== undefined) visit.draw(share);
    else if (!visit.arm && offers > 0) visit.keep({ arm: "none" });
    if (offers > 0 && !visit.eligible && mayStore()) {
      visit.keep({ eligible: true });
      recorder.record({ type: "eligible" });
    }
    return visit.arm !== "holdout";
  };
  return {
    consent,
    visit,
    recorder,
    mayStore,
    mayShow,
    async allow(offers) {
      if (offers.length) await Promise.race([control.read, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
      return mayShow(offers.length) ? offers : [];
    },
    refresh: control.refresh,
    stop() {
      isStopped = true;
      unhear();
      consent.stop();
      visit.stop();
    },
  };
}
