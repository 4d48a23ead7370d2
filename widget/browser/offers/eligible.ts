import type { Candidate, DropCode, For, OfferContext, OfferSettings } from "../../types/offer.ts";
import type { ProductId } from "../../types/product.ts";
import { fitsCart, fitsSeat } from "./compatible.ts";
import { isPerLine } from "./isPerLine.ts";
import { priceOf } from "./priceOf.ts";
import { productType } from "./productType.ts";
import type { Scene, Target } from "./scene.ts";

/** What the rules are asked about: a candidate, and the targets it may still stand for. */
interface Case {
  readonly candidate: Candidate;
  /** Cross-sells: what it goes with. Up-sells: what it replaces. */
  readonly targets: readonly Target[];
  readonly scene: Scene;
  readonly context: OfferContext;
  readonly settings: OfferSettings;
  /** Products that stand as a better alternative to something here, so that they are no add-on to it. */
  readonly rivals: ReadonlySet<ProductId>;
}

type Rule = readonly [code: DropCode, drops: (asked: Case) => boolean];

/** Asked from top to bottom; the first that drops names the reason. */
const RULES: readonly Rule[] = [
  ["not-purchasable", notPurchasable],
  ["other-currency", otherCurrency],
  ["in-cart", inCart],
  ["excluded", excluded],
  ["schedule", offSchedule],
  ["incompatible", incompatible],
  ["unsupported", unsupported],
  ["price-band", outsideBand],
  ["refused", refused],
  ["pressure", underPressure],
];

/** Asks every rule in the fixed order: why the candidate is dropped, or what it may be offered for. */
export function judge(candidate: Candidate, about: Omit<Case, "candidate" | "targets">): DropCode | readonly Target[] {
  const { scene } = about;
  const isCross = candidate.kind === "cross-sell";
  const named: readonly For[] = isCross ? candidate.goesWith : [candidate.insteadOf];
  const targets = named
    .flatMap((what) => scene.at(what) ?? [])
    .filter((target) => !isCross || (isFree(candidate, target, scene) && fitsSeat(candidate.product, target)));
  const asked: Case = { ...about, candidate, targets };
  return RULES.find(([, drops]) => drops(asked))?.[0] ?? targets;
}

/** The variant meant, else every variant, or the product itself is sold out. */
function notPurchasable({ candidate: { product, variant } }: Case): boolean {
  const meant = (product.variants ?? []).filter(({ id }) => variant === undefined || id === variant);
  return product.available === false || (meant.length > 0 && meant.every(({ available }) => available === false));
}

function otherCurrency({ candidate: { product, variant }, context: { cart, page } }: Case): boolean {
  const price = priceOf(product, variant);
  const currency = cart.currency || page.currency;
  return !!price && !!currency && price.currency !== currency;
}

/** A service may stand once per line; anything else once per cart. An up-sell only clashes with that very variant. */
function inCart({ candidate, targets, scene }: Case): boolean {
  const { product, variant } = candidate;
  const isUp = candidate.kind === "up-sell";
  const isHere = scene.targets.some((target) => target.id === product.id && (!isUp || variant === undefined || target.variant === variant));
  return isHere && (isUp || !isPerLine(product) || targets.length === 0);
}

/** Whether nothing of the same tier is bound to the target already. */
function isFree(candidate: Candidate, target: Target, scene: Scene): boolean {
  const { product } = candidate;
  const tiers = [product.id, ...(product.excludes ?? [])];
  return (
    !isPerLine(product) || !scene.targets.some(({ line, id }) => line?.boundTo && line.boundTo === target.line?.key && tiers.includes(id))
  );
}

/** The merchant's and the catalogue's "never"; no rival as an add-on; no loops: nothing instead of what an offer brought in. */
function excluded({ candidate, scene, rivals, settings: { never, memory } }: Case): boolean {
  const { product } = candidate;
  if (never.products.has(product.id) || product.categories?.some((name) => never.categories.has(name))) return true;
  if (candidate.kind === "up-sell") return memory.brought.has(scene.at(candidate.insteadOf)?.id ?? "");
  const tiers = product.per === "order" ? (product.excludes ?? []) : [];
  return rivals.has(product.id) || scene.targets.some(({ id }) => tiers.includes(id));
}

function offSchedule({ candidate: { offSchedule: outside, product }, context: { cart } }: Case): boolean {
  return !!outside || (product.above !== undefined && (cart.total?.minor ?? 0) < product.above);
}

/** None of what it would go with, or replace, is here and takes it; or the cart as a whole does not. */
function incompatible({ candidate, targets, scene }: Case): boolean {
  const { product } = candidate;
  if (candidate.kind === "up-sell") return targets.length === 0;
  return (targets.length === 0 && (candidate.goesWith.length > 0 || !!product.fits)) || !fitsCart(product, scene.targets);
}

/**
 * Popularity alone is no reason, a second thing of a kind goes with its like or fits something else, and a dearer thing must be better in something
 * the catalogue states.
 */
function unsupported({ candidate, targets, scene, settings: { popular } }: Case): boolean {
  if (candidate.kind === "up-sell") return !isBetter(candidate);
  const { product } = candidate;
  const type = !product.fits && !isPerLine(product) && productType(product);
  if (type && scene.targets.some((target) => productType(target.product) === type && !targets.includes(target))) return true;
  return targets.length === 0 && !(popular && candidate.because.some(({ kind }) => kind === "popular"));
}

/** Whether the catalogue or the merchant says in what an alternative is better. Price alone never does. */
export function isBetter({ because }: Candidate): boolean {
  return because.some(
    (reason) =>
      reason.kind === "rule" ||
      reason.kind === "catalogue" ||
      (reason.kind === "better" && reason.differences.some(({ better }) => better)),
  );
}

/** An alternative is dearer, but within the band; an add-on is no dearer than what it goes with, unless the merchant says so. */
function outsideBand({ candidate, targets, settings: { priceBand } }: Case): boolean {
  const price = priceOf(candidate.product, candidate.variant)?.minor;
  const prices = targets.flatMap((target) => target.price?.minor ?? []);
  if (candidate.kind === "up-sell") {
    const replaced = prices[0];
    return price === undefined || replaced === undefined || price <= replaced || price > replaced * priceBand;
  }
  return price !== undefined && prices.length > 0 && price > Math.max(...prices) && !candidate.because.some(({ kind }) => kind === "rule");
}

/** A refusal silences the product, and its kind in the same way of offering. */
export function refusalKey({ kind, product }: Pick<Candidate, "kind" | "product">): string | undefined {
  const type = productType(product);
  return type && `${kind}:${type}`;
}

function refused({ candidate, settings: { memory } }: Case): boolean {
  return memory.refused.has(candidate.product.id) || memory.refused.has(refusalKey(candidate) ?? "");
}

function underPressure({ candidate: { product }, settings: { memory, pressure } }: Case): boolean {
  const times = memory.seen.get(product.id) ?? 0;
  return times >= pressure.repeats || (times === 0 && memory.seen.size >= pressure.offers);
}
