import type { RuleTarget } from "../../types/config.ts";
import type { Candidate, For, OfferContext, OfferSettings, Reason } from "../../types/offer.ts";
import type { Product, ProductId } from "../../types/product.ts";
import type { Source } from "../../types/source.ts";
import { categoryOf, type MatchedRule, targetKey } from "./rulesFor.ts";

/** The catalogue's answer about the targets of rules. */
export interface Found {
  product(id: ProductId): Product | undefined;
  /** The best-known products of a category, best first. */
  best(category: string): readonly ProductId[];
}

/** Looks up products by id, and categories by `category:NAME`. */
export type Find = (keys: readonly string[], signal: AbortSignal) => Promise<Found>;

export interface RulesSetup {
  /** The rules that start here, in the merchant's order. */
  readonly match: (context: OfferContext, signal: AbortSignal) => readonly MatchedRule[] | Promise<readonly MatchedRule[]>;
  readonly find: Find;
}

/** The merchant's rules at work. */
export interface OpenRules extends Source {
  /** Reads the cards of what rules may lead to from these products, so that they come in the same round as the cart's. */
  ahead(products: readonly ProductId[]): void;
  /** The rules that start here, from what is loaded. @throws when it cannot be known. */
  matched(context: OfferContext): readonly MatchedRule[];
  /** What must not be offered here. @throws as above. */
  never(context: OfferContext): OfferSettings["never"];
}

/** Products of a category that one target brings in. */
export const OF_CATEGORY = 6;
/** Score of the first one mentioned; each further one has 1 less. */
const FIRST_SCORE = 1000;

/** The merchant's own relations. A target that the catalogue does not know is left out. */
export function createRules({ match, find }: RulesSetup): Source {
  return {
    name: "rules",
    async recommend(context, signal) {
      const matched = await match(context, signal);
      const keys = matched.flatMap(({ rule }) => [...(rule.with ?? []), ...(rule.instead ?? [])].map(targetKey));
      if (keys.length === 0) return [];
      const found = await find([...new Set(keys)], signal);
      // What is on speaks first, so that a rule that is off never hides a product that another one proposes.
      const inOrder = [...matched.filter(({ isOn }) => isOn), ...matched.filter(({ isOn }) => !isOn)];
      return unite(inOrder.flatMap((one) => proposals(one, found)));
    },
  };
}

function proposals({ rule, seeds, isOn }: MatchedRule, found: Found): readonly Candidate[] {
  const because: readonly Reason[] = [{ kind: "rule", ...(rule.text !== undefined && { text: rule.text }) }];
  const productsOf = (targets: readonly RuleTarget[] = []) => targets.flatMap((target) => productsFor(target, found));
  const common = { source: "rules", score: 0, because, ...(!isOn && { offSchedule: true }) };
  const others = (product: Product): readonly For[] => seeds.flatMap((seed) => (seed.id === product.id ? [] : [seed.for]));
  const added = productsOf(rule.with).flatMap((product): Candidate[] => {
    const goesWith = others(product);
    return goesWith.length > 0 ? [{ ...common, kind: "cross-sell", product, goesWith }] : [];
  });
  const swapped = productsOf(rule.instead).flatMap((product) =>
    others(product).map((insteadOf): Candidate => ({ ...common, kind: "up-sell", product, insteadOf })),
  );
  return [...added, ...swapped];
}

function productsFor(target: RuleTarget, found: Found): readonly Product[] {
  const category = categoryOf(target);
  const ids = typeof target === "string" ? [target] : found.best(category ?? "").slice(0, OF_CATEGORY);
  return ids.flatMap((id) => found.product(id) ?? []);
}

/** One candidate per product (up-sells: per product and what it replaces), scored by the order of mention. */
function unite(proposed: readonly Candidate[]): readonly Candidate[] {
  const byKey = new Map<string, Candidate>();
  for (const one of proposed) {
    const key = JSON.stringify([one.product.id, one.kind === "up-sell" && one.insteadOf]);
    const earlier = byKey.get(key);
    if (!earlier) byKey.set(key, { ...one, score: FIRST_SCORE - byKey.size });
    else if (earlier.kind === "cross-sell" && one.kind === "cross-sell" && !one.offSchedule)
      byKey.set(key, {
        ...earlier,
        goesWith: [...new Map([...earlier.goesWith, ...one.goesWith].map((at) => [JSON.stringify(at), at])).values()],
      });
  }
  return [...byKey.values()];
}
