import { expect, it } from "vitest";
import type { Guardrail } from "../../../../widget/types/lift.ts";
import { decideSwitch } from "../../../../widget/collector/lift/decideSwitch.ts";
import { DEFAULT_SETTINGS } from "../../../../widget/collector/lift/defaultSettings.ts";

const guardrail = (state: Guardrail["state"]): Guardrail => ({ state, offers: 0, holdout: 0, evidence: 1, limit: 40 });

it.each([
  ["half the visits while the question is open", "green", undefined, { offers: "on", holdout: 0.5 }],
  ["one in twenty once it is decided", "green", 1, { offers: "on", holdout: 0.05 }],
  ["offers on while nothing is known of checkouts", "blind", undefined, { offers: "on", holdout: 0.5 }],
  ["offers off when checkouts are lost", "red", 1, { offers: "off", holdout: 0.05 }],
] as const)("says: %s", (_, state, decidedAt, file) => {
  expect(decideSwitch({ guardrail: guardrail(state), decidedAt, settings: DEFAULT_SETTINGS })).toEqual(file);
});

it("takes the merchant's own shares", () => {
  const settings = { ...DEFAULT_SETTINGS, undecided: 0.2, decided: 0.01 };
  expect(decideSwitch({ guardrail: guardrail("green"), decidedAt: undefined, settings }).holdout).toBe(0.2);
  expect(decideSwitch({ guardrail: guardrail("green"), decidedAt: 5, settings }).holdout).toBe(0.01);
});
