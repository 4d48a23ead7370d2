import type { Experiment, LiftSettings, ShareFrom, SwitchState } from "../../types/lift.ts";

/**
 * What the comparison goes by: the merchant's word, then what was published. A stop and a decision hold for the whole experiment, however
 * the figures look later, since what follows from them changes the figures.
 */
export function withSwitches(experiment: Experiment, states: readonly SwitchState[]): LiftSettings {
  const { saysShares, ...settings } = experiment;
  const last = states.at(-1);
  const now = last?.since === settings.since ? last : undefined;
  return {
    ...settings,
    ...(last && !saysShares && { shares: sharesOf(states) }),
    ...(now?.offers === "off" && { isOff: true }),
    ...(now?.decidedAt !== undefined && { decidedAt: now.decidedAt }),
  };
}

/** Before anything was published, visits went by the share that was published first. */
function sharesOf(states: readonly SwitchState[]): readonly ShareFrom[] {
  const changes = states.filter(({ holdout }, at) => holdout !== states[at - 1]?.holdout);
  return changes.map(({ at, holdout }, index) => ({ from: index === 0 ? 0 : at, share: holdout }));
}
