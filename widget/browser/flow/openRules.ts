import { readRules } from "../config/readRules.ts";
import { ruleFields } from "../config/ruleFields.ts";
import { swallow } from "../lib/guard.ts";
import { say } from "../lib/say.ts";
import type { Model } from "../model/createModel.ts";
import { foldedRules } from "../sources/foldedRules.ts";
import { givenRules } from "../sources/givenRules.ts";
import type { OpenRules } from "../sources/rules.ts";

/** Reads the rules as they were given; a wrong one is left out and told on the console. Loaded only where a configuration has rules. */
export async function openRules(raw: unknown, model: Model | undefined): Promise<OpenRules> {
  const [rules, isFaulty] = readRules(raw);
  if (isFaulty) import("../config/sayFaults.ts").then(({ sayFaults }) => sayFaults(raw, ruleFields, "rules"), swallow);
  if (rules !== "model") return givenRules(rules, model);
  if (model) return foldedRules(model);
  say('rules are "model", and there is none. Name its folder in model.');
  return givenRules([], model);
}
