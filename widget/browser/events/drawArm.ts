import type { Arm } from "../../types/arm.ts";
import { fnv } from "../lib/fnv.ts";

/** `holdout` is the share of units, 0 to 1, that see no offers. A unit is a random id, and always gets the same arm at the same share. */
export function drawArm(unit: string, holdout: number): Arm {
  return fnv(new TextEncoder().encode(unit)) / 2 ** 32 < holdout ? "holdout" : "offers";
}
