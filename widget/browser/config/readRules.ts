import type { Rule } from "../../types/config.ts";
import { type Read, readBy } from "../lib/readingWords.ts";
import type { ShapeWords } from "../lib/shape.ts";
import { ruleFields } from "./ruleFields.ts";

const fields = (words: ShapeWords<Read>): Read =>
  ruleFields({ ...words, either: (bare, other) => (given) => (typeof given === "string" ? bare : other)(given) });

/**
 * The rules out of whatever was given, and whether something was wrong with it. Never throws: a rule with a wrong part is left out, because
 * without it, it would reach further than the merchant meant; a wrong target is left out of its rule. `"model"`: the model carries them.
 */
export function readRules(raw: unknown): readonly [rules: readonly Rule[] | "model", isFaulty: boolean] {
  return readBy(fields, raw) as readonly [readonly Rule[] | "model", boolean];
}
