import type { Verdict } from "../../types/lift.ts";

/** Whether the verdict answers the question, so that the experiment need not go on. */
export function isDecisive(verdict: Verdict): boolean {
  return verdict === "same" || isDifference(verdict);
}

/** Whether the verdict says that the arms differ. */
export function isDifference(verdict: Verdict): boolean {
  return verdict === "more" || verdict === "less";
}
