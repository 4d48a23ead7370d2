import type { Relation } from "../../../types/offer.ts";
import type { RelatedProduct } from "../../../types/platform.ts";
import type { ProductId } from "../../../types/product.ts";
import type { LiveQuery } from "./readLiveProducts.ts";
import { readStoreProduct } from "./readStoreProduct.ts";
import type { StoreCart, StoreProduct } from "./storeAnswers.ts";

/** Alternatives are asked for one product at a time, so only for the newest: the product in view, and what was put in last. */
const MOST_ASKED = 2;

/** What is related to `ids`, oldest first, as far as `cart` and `list` tell. */
export type RelatedQuery = Pick<LiveQuery, "ids" | "choices" | "list"> & { readonly cart: StoreCart | undefined };

/** Complements the merchant has entered, and what the shop itself takes for alternatives. */
export async function readRelated(relation: Relation, query: RelatedQuery): Promise<readonly RelatedProduct[]> {
  return relation === "with" ? readCrossSells(query) : readAlternatives(query);
}

/** The cross-sells the merchant entered, which come with the cart. They are told of the whole of it, so they go with its newest line. */
function readCrossSells({ ids, choices, cart }: RelatedQuery): readonly RelatedProduct[] {
  const held = (cart?.items ?? []).map(({ id }) => `${id}`).filter((id) => ids.includes(id));
  return held[0] ? readAll(held.at(-1)!, cart?.cross_sells ?? [], choices) : [];
}

/** What WooCommerce itself calls related: of the same categories and tags. A variation has neither. */
async function readAlternatives({ ids, choices, cart, list }: RelatedQuery): Promise<readonly RelatedProduct[]> {
  const isVariation = (id: ProductId) => cart?.items.some((item) => `${item.id}` === id && item.type === "variation");
  const asked = ids.filter((id) => /^\d+$/.test(id) && !isVariation(id)).slice(-MOST_ASKED);
  return (await Promise.all(asked.map(async (id) => readAll(id, await list(`related=${id}`), choices)))).flat();
}

const readAll = (of: ProductId, found: readonly StoreProduct[], choices: LiveQuery["choices"]) =>
  found.map((product): RelatedProduct => ({ of, product: readStoreProduct(product, choices) }));
