import type { Line } from "../types/cart.ts";
import type { OfferContext, OfferKind, OfferSettings, Plan } from "../types/offer.ts";
import type { Product, ProductId, Variant } from "../types/product.ts";
import { isRecord } from "../browser/lib/isRecord.ts";
import type { Model, ModelPart } from "../browser/model/createModel.ts";
import { modelCandidates } from "../browser/model/modelCandidates.ts";
import { scoreProducts } from "../browser/model/score.ts";
import { seedsOf } from "../browser/model/seedsOf.ts";
import { planOffers } from "../browser/offers/planOffers.ts";

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

/** The products (with an up-sell to a variant: the variants) offered in a case, best first. `settings` is what the shop's configuration says. */
export async function answerCase(
  model: Model,
  { given, kind, limit, all }: OffersCase,
  settings: OfferSettings,
): Promise<readonly ProductId[]> {
  if (all) {
    const part = await model.load(given, undefined, { head: true });
    return ranking(part, given.map(part.resolve), kind).slice(0, limit);
  }
  const isPage = kind === "up-sell" && new Set(given).size === 1;
  const { plan } = await planCase(model, { given, isPage }, { ...settings, limits: { ...settings.limits, cart: limit } });
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
  model: Model,
  { given, isPage }: { readonly given: readonly string[]; readonly isPage: boolean },
  settings: OfferSettings,
): Promise<PlannedCase> {
  const part = await model.load(given, undefined, { head: settings.popular });
  const context = makeContext(part, given, isPage);
  const candidates = modelCandidates(part, seedsOf(context));
  const named = given.flatMap((id) => part.entry(part.resolve(id))?.never ?? []);
  const never = { ...settings.never, products: new Set([...settings.never.products, ...named]) };
  return { part, context, plan: planOffers({ candidates, context, settings: { ...settings, never } }) };
}

function ranking(part: ModelPart, given: readonly ProductId[], kind: OfferKind): readonly ProductId[] {
  const known = new Set(given);
  const ids = kind === "cross-sell" ? scoreProducts(part, given).map(({ id }) => id) : rankedInstead(part, given);
  return [...new Set(ids)].filter((id) => !known.has(id));
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
  return { cart: { currency, lines: view ? [] : asked.map(toLine) }, page, products, placements: [page.step], now: 0 };
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
