import type { MoreWords } from "../lib/shape.ts";
import { configFields } from "./fields.ts";
import { ruleFields } from "./ruleFields.ts";

/** The whole table of `goeswith.json`. A browser reads by its two parts, the rules' only where there are rules. */
export function allFields<S>(words: MoreWords<S>): S {
  return configFields(words, ruleFields(words));
}
