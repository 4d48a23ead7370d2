import { drawArm } from "../events/visit.ts";
import type { Stage } from "./stage.ts";

/**
 * Draws the visit's arm before its first plan, records in both arms that offers would be shown, and says whether they are. A visit that
 * may not be measured is in neither arm and sees offers.
 */
export function mayShow({ visit, config, recorder, mayStore }: Stage, offers: number): boolean {
  if (!mayStore()) return true;
  const arm = visit.arm ?? drawArm(config.experiment.holdout);
  const first = offers > 0 && !visit.eligible;
  visit.keep({ arm, ...(first && { eligible: true }) });
  if (first) recorder.record({ type: "eligible" });
  return arm === "offers";
}
