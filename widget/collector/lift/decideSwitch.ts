import type { Guardrail, LiftSettings, SwitchFile } from "../../types/lift.ts";

export interface Known {
  readonly guardrail: Pick<Guardrail, "state">;
  /** When the question was decided; absent while it is open. */
  readonly decidedAt: number | undefined;
  readonly settings: LiftSettings;
}

/** What the widget is to be told: whether to make offers, and what share of visits to hold out from now on. */
export function decideSwitch({ guardrail, decidedAt, settings }: Known): SwitchFile {
  return {
    offers: settings.isOff || guardrail.state === "red" ? "off" : "on",
    holdout: decidedAt === undefined ? settings.undecided : settings.decided,
  };
}
