import type { Rule } from "../../types/config.ts";
import type { OfferContext, OfferSettings } from "../../types/offer.ts";
import type { ProductId } from "../../types/product.ts";
import type { Source } from "../../types/source.ts";
import { ruleFields } from "../config/ruleFields.ts";
import { swallow } from "../lib/guard.ts";
import { type Read, readBy } from "../lib/readingWords.ts";
import type { ShapeWords } from "../lib/shape.ts";
import type { Model } from "../model/createModel.ts";
import { findInModel } from "../sources/findInModel.ts";
import { createRules } from "../sources/rules.ts";
import { neverFor, targetKeys } from "../sources/rulesFor.ts";

/** The merchant's rules at work. */
export interface OpenRules extends Source {
  /** Reads the cards of what rules may lead to from these products, so that they come in the same round as the cart's. */
  ahead(products: readonly ProductId[]): void;
  /** What must not be offered here. */
  never(context: OfferContext): OfferSettings["never"];
}

/** More cards than these are read when they are asked for. */
const TARGETS_AHEAD = 8;

const readRules = (words: ShapeWords<Read>): Read =>
  ruleFields({ ...words, either: (bare, other) => (given) => (typeof given === "string" ? bare : other)(given) });

/** Reads the rules as they were given; a wrong one is left out and told on the console. Loaded only where a configuration has rules. */
export function openRules(raw: unknown, model: Model | undefined): OpenRules {
  const [rules, isFaulty] = readBy(readRules, raw) as readonly [readonly Rule[], boolean];
  if (isFaulty) import("../config/sayFaults.ts").then(({ sayFaults }) => sayFaults(raw, ruleFields, "rules"), swallow);
  return {
    ...createRules({ rules, find: findInModel(model) }),
    ahead: (products) => void model?.load(targetKeys(rules, products).slice(0, TARGETS_AHEAD)).catch(swallow),
    never: (context) => neverFor(rules, context),
  };
}
