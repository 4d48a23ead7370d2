import type { Candidate, For, OfferContext } from "../../types/offer.ts";
import type { Source } from "../../types/source.ts";
import { isRecord } from "../lib/isRecord.ts";
import { toJson } from "../lib/toJson.ts";
import { cardToProduct } from "../model/cardToProduct.ts";
import { type Answered, createAnswerReader } from "./createAnswerReader.ts";
import { postJson } from "./postJson.ts";

export interface HttpSetup {
  readonly url: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Name of the shop. */
  readonly shop: string;
}

/** More than this are not looked at. */
const MOST = 50;

/**
 * A remote recommender. Rejects when it is slow, dead or answers nonsense; a single candidate that cannot be used is left out.
 * Nobody is asked about an empty cart with no product in view.
 */
export function createHttp({ url, timeout, shop }: HttpSetup): Source {
  return {
    name: "http",
    async recommend(context, signal) {
      if (context.cart.lines.length === 0 && !context.page.view) return [];
      const answer = await postJson(url, { body: toJson(questionOf(context, shop)), signal, timeout });
      signal.throwIfAborted();
      const { currency, candidates } = isRecord(answer) ? answer : {};
      if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency) || !Array.isArray(candidates))
        throw new Error(`${url}: no candidates`);
      const answered = candidates.slice(0, MOST).flatMap(createAnswerReader());
      return answered.flatMap((one) => candidatesOf(one, currency, context)).slice(0, MOST);
    },
  };
}

function questionOf({ cart, page: { locale, currency, step, view, variant } }: OfferContext, shop: string): object {
  return {
    shop,
    locale,
    currency: currency ?? cart.currency,
    step,
    view: view ? { product: view.id, variant } : null,
    cart: {
      currency: cart.currency,
      lines: cart.lines.map((line) => ({ key: line.key, product: line.product, variant: line.variant, quantity: line.quantity })),
    },
  };
}

/** None when it is for nothing that is here; an up-sell once for each that it may replace. */
function candidatesOf(
  { id, kind, for: product, card, ...rest }: Answered,
  currency: string,
  { cart, page }: OfferContext,
): readonly Candidate[] {
  const lines = cart.lines.flatMap((line): For[] => (line.product === product ? [{ line: line.key }] : []));
  const here: readonly For[] = page.view?.id === product ? [...lines, { product }] : lines;
  const common = { ...rest, product: cardToProduct(id, card, currency), source: "http" };
  if (kind === "up-sell") return here.map((insteadOf) => ({ ...common, kind, insteadOf }));
  return here.length > 0 ? [{ ...common, kind, goesWith: here }] : [];
}
