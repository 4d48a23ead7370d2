import type { Rule, RuleFrom, RuleTarget, Segment } from "../../types/config.ts";
import type { For, OfferContext, OfferSettings } from "../../types/offer.ts";
import type { Customer } from "../../types/platform.ts";
import type { Attributes, Product, ProductId } from "../../types/product.ts";
import { attributesOf } from "../lib/attributesOf.ts";

/** A cart line, or the product in view, with what a rule may ask of it. An unknown product is its bare id. */
export interface RuleSeed {
  readonly for: For;
  readonly id: ProductId;
  readonly product?: Product | undefined;
  readonly attributes: Attributes;
}

/** A rule that starts somewhere here. */
export interface MatchedRule {
  readonly rule: Omit<Rule, "from">;
  /** Its place among all rules, from 0. */
  readonly at: number;
  readonly seeds: readonly RuleSeed[];
  /** Today is one of its days, and the shopper is one of those it is for. */
  readonly isOn: boolean;
}

/** The rules that start at a line of the cart or at the product in view, in the merchant's order. By the shopper's own clock. */
export function rulesFor(rules: readonly Rule[], context: OfferContext): readonly MatchedRule[] {
  const all = ruleSeeds(context);
  const isOn = clockFor(context);
  return rules.flatMap((rule, at) => {
    const seeds = all.filter((seed) => startsAt(rule.from, seed));
    return seeds.length > 0 ? [{ rule, at, seeds, isOn: isOn(rule) }] : [];
  });
}

/** What the merchant never wants offered where these rules start: product ids and category names. */
export function neverOf(matched: readonly MatchedRule[]): OfferSettings["never"] {
  const never = matched.flatMap(({ rule, isOn }) => (isOn ? (rule.never ?? []) : []));
  return {
    products: new Set(never.filter((target) => typeof target === "string")),
    categories: new Set(never.flatMap((target) => categoryOf(target) ?? [])),
  };
}

/** The category a target names; `undefined`: it names a product. */
export function categoryOf(target: RuleTarget): string | undefined {
  return typeof target === "string" ? undefined : target.category;
}

/** Where rules may start: the lines of the cart and the product in view. */
export function ruleSeeds({ cart, page: { view, variant }, products }: OfferContext): readonly RuleSeed[] {
  const lines = cart.lines.map((line): RuleSeed => {
    const product = products.get(line.product);
    return { for: { line: line.key }, id: line.product, product, attributes: { ...attributesOf(product, line.variant), ...line.options } };
  });
  if (!view) return lines;
  const product = { ...products.get(view.id), ...view };
  return [...lines, { for: { product: view.id }, id: view.id, product, attributes: attributesOf(product, variant) }];
}

/** Whether everything that a rule asks of where it starts is met. */
export function startsAt({ product, category, tag, attribute = {} }: RuleFrom, seed: RuleSeed): boolean {
  return (
    (product === undefined || product === seed.id) &&
    (category === undefined || !!seed.product?.categories?.includes(category)) &&
    (tag === undefined || !!seed.product?.tags?.includes(tag)) &&
    Object.entries(attribute).every(([name, value]) => seed.attributes[name] === value)
  );
}

/** Tells whether today, by the shopper's own clock, is one of a rule's days, and the shopper one of those it is for. */
export function clockFor({ now, page }: OfferContext): (rule: Omit<Rule, "from">) => boolean {
  const date = new Date(now);
  const today = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const hour = date.getHours();
  return ({ since = today, until = today, when = {} }) => since <= today && today <= until && isMet(when, page.customer ?? {}, hour);
}

/** What the shop does not tell about the shopper is not met. */
function isMet({ loggedIn, group, country, firstVisit, hours }: Segment, customer: Customer, hour: number): boolean {
  return (
    (loggedIn === undefined || loggedIn === customer.loggedIn) &&
    (group === undefined || group === customer.group) &&
    (country === undefined || country.includes(customer.country?.toUpperCase?.() ?? "")) &&
    (firstVisit === undefined || firstVisit === customer.firstVisit) &&
    (hours === undefined || isWithin(hours, hour))
  );
}

function isWithin(hours: string, hour: number): boolean {
  const [from = 0, to = 0] = hours.split("-").map(Number);
  return from < to ? from <= hour && hour < to : from <= hour || hour < to;
}

/** The model's key of a target: a product id, or `category:NAME`. */
export function targetKey(target: RuleTarget): string {
  return typeof target === "string" ? target : `category:${target.category}`;
}

/** Keys of what the rules that may start at these products lead to, before it is known what the products are. */
export function targetKeys(rules: readonly Rule[], products: readonly ProductId[]): readonly string[] {
  const near = rules.filter(({ from }) => from.product === undefined || products.includes(from.product));
  return near.flatMap((rule) => [...(rule.with ?? []), ...(rule.instead ?? [])].map(targetKey));
}
