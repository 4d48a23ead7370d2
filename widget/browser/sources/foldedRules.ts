import type { OfferContext } from "../../types/offer.ts";
import { swallow } from "../lib/guard.ts";
import { say } from "../lib/say.ts";
import type { Model, ModelPart } from "../model/createModel.ts";
import { EVERYWHERE } from "../model/everywhere.ts";
import { createRules, type OpenRules } from "./rules.ts";
import { clockFor, type MatchedRule, neverOf, ruleSeeds, type RuleSeed, startsAt } from "./rulesFor.ts";

/**
 * Rules that the model's files carry, each at the products where it starts. Settles once those that start at every product are there, or
 * cannot be read. The cart's own products are read by whoever looks at the cart.
 */
export async function foldedRules(model: Model): Promise<OpenRules> {
  let part: ModelPart | undefined;
  const read = async (signal?: AbortSignal) => {
    const { manifest } = (part = await model.load([], signal));
    if (!manifest.rules) say("the model carries no rules. Train it with --rules FILE.");
    if (manifest.rules?.everywhere) await model.load([EVERYWHERE], signal);
  };
  const matched: OpenRules["matched"] = (context) => {
    // What they forbid must be known before anything is offered.
    if (!part || (part.manifest.rules?.everywhere && !part.entry(EVERYWHERE))) throw new Error("the model's rules cannot be read");
    return matchFolded(part, context);
  };
  const match = async (context: OfferContext, signal: AbortSignal) => {
    await read(signal);
    return matched(context);
  };
  await read().catch(swallow);
  return {
    // The cards of all targets stand beside the rules.
    ...createRules({ match, find: async () => ({ product: (id) => part?.product(id), best: () => [] }) }),
    ahead: () => void read().catch(swallow),
    matched,
    never: (context) => neverOf(matched(context)),
  };
}

/** A rule that stands at several products is one rule that starts at all of them. */
function matchFolded(part: ModelPart, context: OfferContext): readonly MatchedRule[] {
  const isOn = clockFor(context);
  /** By the place of the rule, with holes. */
  const found: (MatchedRule & { readonly seeds: RuleSeed[] })[] = [];
  for (const seed of ruleSeeds(context)) {
    for (const rule of [seed.id, EVERYWHERE].flatMap((key) => part.entry(key)?.rules ?? []))
      if (startsAt(rule, seed)) (found[rule.at] ??= { rule, at: rule.at, seeds: [], isOn: isOn(rule) }).seeds.push(seed);
  }
  return found.filter(Boolean);
}
