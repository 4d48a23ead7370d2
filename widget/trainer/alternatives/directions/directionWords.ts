/** Attribute names of one language, in lower case. */
export interface DirectionWords {
  /** More of it is better; `yes` is better than `no`. */
  readonly more: readonly string[];
  readonly less: readonly string[];
  /** Names that hold one of the others, and of which neither is better. */
  readonly neither: readonly string[];
}
