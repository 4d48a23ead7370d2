import type { Fault } from "../../types/config.ts";
import type { Manifest } from "../../types/model.ts";
import { tooOld } from "./modelAge.ts";

/** Faults of a model and a configuration that are each right, but not made for one another. `now`: milliseconds since 1970. */
export function checkModel(
  { rules, maxAge }: Readonly<Record<string, unknown>>,
  { date, rules: carried }: Pick<Manifest, "date" | "rules">,
  now: number,
): readonly Fault[] {
  const old = tooOld(date, maxAge, now);
  const age: readonly Fault[] = old ? [{ path: "maxAge", what: old, mend: "Train the model anew, best every night" }] : [];
  if (carried && rules !== "model") {
    const what = `the model carries ${carried.folded} rules, and the configuration does not ask for them`;
    return [...age, { path: "rules", what, mend: 'Write "rules": "model", or train without --rules' }];
  }
  if (!carried && rules === "model")
    return [...age, { path: "rules", what: "the model carries no rules", mend: "Train it with --rules FILE, or write the rules here" }];
  return age;
}
