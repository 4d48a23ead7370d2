import type { Rule } from "../../types/config.ts";

/** A rule, and where the merchant wrote it. */
export interface WrittenRule {
  readonly rule: Rule;
  /** `rules.json, rule 3`. */
  readonly where: string;
  /** An edited sheet puts it in front of all others. */
  readonly isPinned?: true;
}

/** The merchant's rules out of one file or all of them. */
export interface RuleReading {
  /** In the merchant's order. */
  readonly rules: readonly WrittenRule[];
  /** Offers that sheets accept as they are. */
  readonly accepted: number;
  /** What could not be used, in words. */
  readonly faults: readonly string[];
}
