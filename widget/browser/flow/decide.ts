import type { Cart } from "../../types/cart.ts";
import type { Config } from "../../types/config.ts";
import type { Candidate, OfferContext, OfferMemory, OfferSettings, Placement, Plan } from "../../types/offer.ts";
import type { PageContext } from "../../types/platform.ts";
import type { Source } from "../../types/source.ts";
import { swallow } from "../lib/guard.ts";
import type { Model, ModelPart } from "../model/createModel.ts";
import { seedsOf } from "../model/seedsOf.ts";
import { planOffers } from "../offers/planOffers.ts";
import type { Live } from "./createLive.ts";
import type { OpenRules } from "../sources/rules.ts";
import { resolveCart } from "./resolveCart.ts";

/** What decisions are made with. */
export interface World {
  readonly config: Config;
  readonly model: Model | undefined;
  readonly source: Source;
  /** The merchant's, while they are being loaded and after; absent: there are none. */
  readonly rules?: Promise<OpenRules> | undefined;
  readonly memory: OfferMemory;
  readonly live: Live;
}

/** Everything one pass learnt. A new plan can be made of it without asking anybody. */
export interface Findings {
  readonly context: OfferContext;
  readonly candidates: readonly Candidate[];
  /** What the catalogue and the merchant never want beside this cart. */
  readonly never: OfferSettings["never"];
}

/** What the page shows of itself. */
export interface Sight {
  readonly cart: Cart;
  readonly page: PageContext;
  readonly placements: readonly Placement[];
}

/**
 * Asks the model's files and the source about this cart; without an answer there are no candidates.
 * @throws when rules were configured and cannot be loaded: what they forbid is not known then.
 */
export async function investigate({ config, model, source, rules }: World, sight: Sight, signal: AbortSignal): Promise<Findings> {
  const keys = seedsOf(sight).map(({ product }) => product);
  const none = new Set<string>();
  const bare: OfferContext = { ...sight, products: new Map(), now: Date.now() };
  // Nothing in the cart and nothing in view: nothing to go with, so nothing is asked.
  if (keys.length === 0 && !config.popular) return { context: bare, candidates: [], never: { products: none, categories: none } };
  rules?.then(({ ahead }) => ahead(keys), swallow);
  const part = await model?.load(keys, signal).catch(swallow);
  const context = part ? describe(bare, part) : bare;
  const candidates = await source.recommend(context, signal).catch(swallow);
  const never = context.cart.lines.flatMap(({ product }) => part?.entry(product)?.never ?? []);
  const ruled = (await rules)?.never(context);
  return {
    context,
    candidates: candidates ?? [],
    never: { products: new Set([...never, ...(ruled?.products ?? [])]), categories: ruled?.categories ?? none },
  };
}

function describe(bare: OfferContext, part: ModelPart): OfferContext {
  const cart = resolveCart(bare.cart, part);
  const { view } = bare.page;
  const page = view ? { ...bare.page, view: { ...view, id: part.resolve(view.id) } } : bare.page;
  const ids = [...cart.lines.map(({ product }) => product), page.view?.id ?? []].flat();
  const known = ids.flatMap((id) => part.product(id) ?? []);
  const products = new Map(known.map((product) => [product.id, product]));
  return { ...bare, cart, page, products };
}

/** A plan from what is known, at the shop's own prices as far as they were read. */
export function decide({ config, memory, live }: World, { context, candidates, never }: Findings): Omit<Plan, "misfits"> {
  const settings: OfferSettings = { ...config, limits: limitsOf(config), memory, never };
  const products = new Map([...context.products].map(([id, product]) => [id, live.correct(product)]));
  return planOffers({
    candidates: candidates.map((one) => ({ ...one, product: live.correct(one.product) })),
    context: { ...context, products },
    settings,
  });
}

function limitsOf({ placements }: Config): OfferSettings["limits"] {
  return Object.fromEntries(Object.entries(placements).map(([name, { limit, off }]) => [name, off ? 0 : limit]));
}

/** More offers than there are places are priced live, so that a sold-out one has a successor. */
const SPARE = 3;

/** Decides, reads the shop's price of what would be shown, and decides again. Without an answer in time nothing is shown. */
export async function decidePriced(world: World, findings: Findings, signal: AbortSignal): Promise<Omit<Plan, "misfits">> {
  const plan = decide(world, findings);
  if (plan.offers.length === 0) return plan;
  const spare = [...plan.dropped].flatMap(([{ product }, code]) => (code === "no-place" || code === "category-cap" ? product.id : []));
  // An alternative is told by its price difference, so the price of what it replaces is the shop's own as well.
  const shown = plan.offers.flatMap(({ kind, product, forProduct }) => (kind === "up-sell" ? [product.id, forProduct] : product.id));
  const ids = [...shown, ...spare.slice(0, SPARE)];
  const cards = new Map(
    [...findings.context.products.values(), ...findings.candidates.map(({ product }) => product)].map((one) => [one.id, one]),
  );
  const answered = await world.live.read(ids, signal, cards);
  return answered ? decide(world, findings) : { ...plan, offers: [] };
}
