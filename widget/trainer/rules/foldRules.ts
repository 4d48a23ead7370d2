import { EVERYWHERE } from "../../browser/model/everywhere.ts";
import { OF_CATEGORY } from "../../browser/sources/rules.ts";
import type { Rule, RuleFrom, RuleTarget } from "../../types/config.ts";
import type { Card, FoldedRule } from "../../types/model.ts";
import type { Attributes, ProductId } from "../../types/product.ts";
import { indexProducts, type ProductIndex, type Ruled } from "./indexProducts.ts";
import type { WrittenRule } from "./writtenRule.ts";
import { putInto } from "../lib/putInto.ts";

/** What rules are folded into. */
export interface FoldFacts {
  readonly items: readonly Ruled[];
  readonly aliases: ReadonlyMap<string, ProductId>;
  /** The best-known products of each category, best first. */
  readonly best: ReadonlyMap<string, readonly ProductId[]>;
  /** Of training, `YYYY-MM-DD`. */
  readonly date: string;
}

/** Every rule at the products where it starts. */
export interface Folded {
  /** By product id, and `rules:*` for those that start at every product; each list in the merchant's order. */
  readonly byKey: ReadonlyMap<string, readonly FoldedRule[]>;
  /** Rules that stand somewhere. */
  readonly folded: number;
  readonly everywhere: number;
  /** Products at which a rule starts that does not start at all of them. */
  readonly products: number;
  /** Rules left out: where they were written, and why they are. */
  readonly dropped: readonly { readonly where: string; readonly why: string }[];
  /** Ids and categories that rules name and the catalogue does not know, with the place of the first rule that does. */
  readonly unknown: ReadonlyMap<string, string>;
}

/** Puts rules at the products where they start, so that a page reads those of its own products and no others. Pure. */
export function foldRules(written: readonly WrittenRule[], facts: FoldFacts): Folded {
  const index = indexProducts(facts.items, facts.aliases);
  const byKey = new Map<string, FoldedRule[]>();
  const dropped: { where: string; why: string }[] = [];
  const unknown = new Map<string, string>();
  let folded = 0;
  for (const [at, { rule, where }] of written.entries()) {
    const note = (name: string) => void (unknown.has(name) || unknown.set(name, where));
    const own = foldTargets(rule, { index, best: facts.best, note });
    const keys = keysOf(rule.from, index, note);
    const why = whyNot({ rule, own, keys, date: facts.date });
    if (why) {
      dropped.push({ where, why });
      continue;
    }
    folded++;
    const attribute = attributeOf(rule.from, index);
    const { text, since, until, when } = rule;
    const given = Object.entries({ ...own, text, since, until, when }).filter(([, value]) => value !== undefined);
    const one: FoldedRule = { at, ...(attribute && { attribute }), ...Object.fromEntries(given) };
    for (const key of keys) putInto(byKey, key, one);
  }
  const everywhere = byKey.get(EVERYWHERE)?.length ?? 0;
  return { byKey, folded, everywhere, products: byKey.size - (everywhere && 1), dropped, unknown };
}

interface Asked {
  readonly rule: Rule;
  readonly own: Targets;
  readonly keys: readonly string[];
  readonly date: string;
}

/** Why a rule can have no effect; `undefined`: it can. */
function whyNot({ rule: { until }, own, keys, date }: Asked): string | undefined {
  if (until !== undefined && until < date) return `over since ${until}`;
  if (keys.length === 0) return "no product of the catalogue is what it starts at";
  return Object.keys(own).length ? undefined : "no other product of the catalogue is what it leads to";
}

type Targets = Pick<FoldedRule, "with" | "instead" | "never">;

interface Aims {
  readonly index: ProductIndex;
  readonly best: FoldFacts["best"];
  readonly note: (name: string) => void;
}

/** What is offered as ids of known products; what is never offered as it was written, because others than the model may propose it. */
function foldTargets(rule: Rule, { index, best, note }: Aims): Targets {
  const offered = (targets: readonly RuleTarget[] = []) =>
    targets.flatMap((target): readonly ProductId[] => {
      const found = typeof target === "string" ? index.find(target) : best.get(target.category)?.slice(0, OF_CATEGORY);
      if (!found?.length) note(nameOf(target));
      return typeof found === "string" ? [found] : (found ?? []);
    });
  const forbidden = (targets: readonly RuleTarget[] = []) =>
    targets.map((target) => {
      if (typeof target !== "string") return target;
      const found = index.find(target);
      if (found === undefined) note(target);
      return found ?? target;
    });
  // Nothing goes with itself; where a rule starts at several products, the browser sees to that.
  const own = rule.from.product === undefined ? undefined : index.find(rule.from.product);
  const others = (targets: readonly RuleTarget[] | undefined) => [...new Set(offered(targets))].filter((id) => id !== own);
  const all = { with: others(rule.with), instead: others(rule.instead), never: forbidden(rule.never) };
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length));
}

const nameOf = (target: RuleTarget): string => (typeof target === "string" ? target : `category ${target.category}`);

/** Keys of the entries a rule stands in. */
function keysOf(from: RuleFrom, index: ProductIndex, note: (name: string) => void): readonly string[] {
  if (from.product !== undefined && index.find(from.product) === undefined) note(from.product);
  if (isEmpty(from)) return [EVERYWHERE];
  const attribute = attributeOf(from, index) ?? {};
  return index.near(from).flatMap(({ id, card }) => (startsAt(from, card) && mayHave(card, attribute) ? [id] : []));
}

/** An attribute without names asks for nothing. */
function isEmpty({ product, category, tag, attribute = {} }: RuleFrom): boolean {
  return product === undefined && category === undefined && tag === undefined && Object.keys(attribute).length === 0;
}

function startsAt({ category, tag }: RuleFrom, card: Card): boolean {
  return (
    (category === undefined || card.categories?.includes(category) === true) && (tag === undefined || card.tags?.includes(tag) === true)
  );
}

/** What is left to ask in the browser, where the variant is known: a rule that names a variant starts at its options. */
function attributeOf({ product, attribute }: RuleFrom, index: ProductIndex): Attributes | undefined {
  const options = product === undefined ? undefined : index.optionsOf(product);
  const all = { ...options, ...attribute };
  return Object.keys(all).length ? all : undefined;
}

/** Whether the product, or one of its variants, has all of these. */
function mayHave({ attributes, variants = [] }: Card, wanted: Attributes): boolean {
  const each = [{}, ...variants.map(({ options }) => options)];
  return each.some((options) => {
    const all: Attributes = { ...attributes, ...options };
    return Object.entries(wanted).every(([name, value]) => Object.hasOwn(all, name) && all[name] === value);
  });
}
