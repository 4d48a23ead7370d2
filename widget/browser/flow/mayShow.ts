import { drawArm } from "../events/visit.ts";
import type { Stage } from "./stage.ts";

/** Draws the visit's arm before its first plan, records in both arms that offers would be shown, and says whether they are. */
export function mayShow({ visit, config, recorder }: Stage, offers: number): boolean {
  const arm = visit.arm ?? drawArm(config.experiment.holdout);
  const first = offers > 0 && !visit.eligible;
  visit.keep({ arm, ...(first && { eligible: true }) });
  if (first) recorder.record({ type: "eligible" });
  return arm === "offers";
}
