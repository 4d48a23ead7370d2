import type { LiftSettings } from "../../types/lift.ts";

const HALF = 0.5;

export const DEFAULT_SETTINGS: LiftSettings = {
  worth: 0.06,
  shares: [{ from: 0, share: HALF }],
  since: 0,
  undecided: HALF,
  decided: 0.05,
};
