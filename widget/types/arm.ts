/** What a visit sees: offers, or none so that the others can be compared with it. */
export type Arm = "offers" | "holdout";
