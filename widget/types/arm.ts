/**
 * What a visit sees: offers, or none so that the others can be compared with it. `none`: the visit takes no part in the comparison, because
 * it saw offers before it was known that it may be measured.
 */
export type Arm = ComparedArm | "none";

export type ComparedArm = "offers" | "holdout";
