import type { Rule } from "../../types/config.ts";
import { swallow } from "../lib/guard.ts";
import type { Model } from "../model/createModel.ts";
import { findInModel } from "./findInModel.ts";
import { createRules, type OpenRules } from "./rules.ts";
import { neverOf, rulesFor, targetKeys } from "./rulesFor.ts";

/** More cards than these are read when they are asked for. */
const TARGETS_AHEAD = 8;

/** Rules that are all at hand, as the configuration gives them. */
export function givenRules(rules: readonly Rule[], model: Model | undefined): OpenRules {
  const matched: OpenRules["matched"] = (context) => rulesFor(rules, context);
  return {
    ...createRules({ match: matched, find: findInModel(model) }),
    ahead: (products) => void model?.load(targetKeys(rules, products).slice(0, TARGETS_AHEAD)).catch(swallow),
    matched,
    never: (context) => neverOf(matched(context)),
  };
}
