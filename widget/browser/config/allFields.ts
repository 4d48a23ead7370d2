import type { MoreWords } from "../lib/shape.ts";
import { configFields } from "./fields.ts";
import { holdoutField } from "./holdoutField.ts";
import { MAX_AGE } from "./modelAge.ts";
import { ruleFields } from "./ruleFields.ts";

/** The whole table of `goeswith.json`. A browser reads by its parts, the rules' only where there are rules, the experiment's only where there is one. */
export function allFields<S>(words: MoreWords<S>): S {
  return configFields(words, [ruleFields(words), words.or(words.number(1, 3650), MAX_AGE), holdoutField(words)]);
}
