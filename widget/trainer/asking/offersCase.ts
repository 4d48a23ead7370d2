import type { Line } from "../../types/cart.ts";
import type { OfferContext, OfferKind, OfferSettings, Plan } from "../../types/offer.ts";
import type { Head } from "../../types/model.ts";
import type { Product, ProductId, Variant } from "../../types/product.ts";
import { isRecord } from "../../browser/lib/isRecord.ts";
import type { Model, ModelPart } from "../../browser/model/createModel.ts";
import { dequantise } from "../../browser/model/dequantise.ts";
import { modelCandidates } from "../../browser/model/modelCandidates.ts";
import { popularCandidates } from "../../browser/model/popularCandidates.ts";
import { readHead } from "../../browser/model/readHead.ts";
import { byScore, scoreProducts } from "../../browser/model/score.ts";
import { seedsOf } from "../../browser/model/seedsOf.ts";
import { mergeCandidates } from "../../browser/offers/mergeCandidates.ts";
import { planOffers } from "../../browser/offers/planOffers.ts";
import type { OpenRules } from "../../browser/sources/rules.ts";

/** One question: what is offered to a cart of these products? */
export interface OffersCase {
  readonly given: readonly string[];
  readonly kind: OfferKind;
  readonly limit: number;
  /** The bare ranking, without any rule but that nothing given is offered. */
  readonly all: boolean;
}

const SHOWN = 4;
const RANKED = 10;

/** One line of the question file. @throws naming what is wrong with it. */
export function readCase(line: string): OffersCase {
  const raw: unknown = JSON.parse(line);
  if (!isRecord(raw) || !Array.isArray(raw["given"])) throw new Error('{"given":["id",…]} is needed');
  const { given, kind = "cross-sell", all = false, limit = all ? RANKED : SHOWN } = raw;
  if (kind !== "cross-sell" && kind !== "up-sell") throw new Error('kind is "cross-sell" or "up-sell"');
  if (typeof limit !== "number" || !(limit >= 0)) throw new Error("limit is a number");
  return { given: (given as unknown[]).map(String), kind, limit, all: all === true };
}

/** What a shop decides with: its model, what its configuration says, and the merchant's rules where there are any. */
export interface CaseShop {
  readonly model: Model;
  readonly settings: OfferSettings;
  readonly rules?: OpenRules | undefined;
}

/** The products (with an up-sell to a variant: the variants) offered in a case, best first. */
export async function answerCase(shop: CaseShop, { given, kind, limit, all }: OffersCase): Promise<readonly ProductId[]> {
  const { model, settings } = shop;
  if (all) {
    const part = await model.load(given);
    const ids = given.map(part.resolve);
    const ranked = kind === "cross-sell" ? rankedWith(part, ids, await readHead(model)) : rankedInstead(part, ids);
    return [...new Set(ranked)].filter((id) => !ids.includes(id)).slice(0, limit);
  }
  const isPage = kind === "up-sell" && new Set(given).size === 1;
  const { plan } = await planCase({ ...shop, settings: { ...settings, limits: { ...settings.limits, cart: limit } } }, { given, isPage });
  return plan.offers
    .filter((offer) => offer.kind === kind)
    .map(({ product, variant }) => variant ?? product.id)
    .slice(0, limit);
}

/** What is decided about, and what came of it. */
export interface PlannedCase {
  readonly part: ModelPart;
  readonly context: OfferContext;
  readonly plan: Omit<Plan, "misfits">;
}

/** Decides as the browser does for a cart of these products, or for the page of the one. */
export async function planCase(
  { model, settings, rules }: CaseShop,
  { given, isPage }: { readonly given: readonly string[]; readonly isPage: boolean },
): Promise<PlannedCase> {
  const part = await model.load(given);
  const context = makeContext(part, given, isPage);
  const head = settings.popular ? await readHead(model) : undefined;
  const own = modelCandidates(part, seedsOf(context));
  const mined = head ? popularCandidates(part, head, own) : own;
  const ruled = await rules?.recommend(context, new AbortController().signal);
  const candidates = ruled ? mergeCandidates([...ruled, ...mined]) : mined;
  const forbidden = rules?.never(context);
  const named = given.flatMap((id) => part.entry(part.resolve(id))?.never ?? []);
  const never = {
    products: new Set([...settings.never.products, ...named, ...(forbidden?.products ?? [])]),
    categories: new Set([...settings.never.categories, ...(forbidden?.categories ?? [])]),
  };
  return { part, context, plan: planOffers({ candidates, context, settings: { ...settings, never } }) };
}

/** Every product that the given lead to, and the head's, which have their popularity alone. */
function rankedWith(part: ModelPart, given: readonly ProductId[], head: Head | undefined): readonly ProductId[] {
  const scored = scoreProducts(part, given);
  const known = new Set(scored.map(({ id }) => id));
  const popular = (head?.best ?? []).map(([id, byte]) => ({ id, bias: dequantise(byte, part.manifest.scales.bias) }));
  const more = popular.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, score: one.bias }));
  return [...scored, ...more].sort(byScore).map(({ id }) => id);
}

function rankedInstead(part: ModelPart, given: readonly ProductId[]): readonly ProductId[] {
  const rows = given.flatMap((id) => part.entry(id)?.instead ?? []);
  return rows.sort((a, b) => b.score - a.score).map(({ id }) => id);
}

/** A cart with one line per product, or the page of the first. A given variant is the variant of its line. */
function makeContext(part: ModelPart, given: readonly string[], isPage: boolean): OfferContext {
  const asked = [...new Set(given)].map((id) => {
    const product = part.product(id) ?? { id, title: id };
    return { product, variant: product.variants?.find((variant) => variant.id === id) };
  });
  const { currency } = part.manifest;
  const view = isPage ? asked[0] : undefined;
  const page = {
    step: view ? "product" : "cart",
    locale: "en",
    currency,
    ...(view && { view: view.product, ...(view.variant && { variant: view.variant.id }) }),
  } as const;
  const products = new Map(asked.map(({ product }) => [product.id, product]));
  return { cart: { currency, lines: view ? [] : asked.map(toLine) }, page, products, placements: [page.step], now: Date.now() };
}

function toLine({ product, variant }: { readonly product: Product; readonly variant: Variant | undefined }): Line {
  const price = variant?.price ?? product.price;
  return {
    key: variant?.id ?? product.id,
    product: product.id,
    quantity: 1,
    title: product.title,
    ...(variant && { variant: variant.id }),
    ...(price && { price }),
  };
}
