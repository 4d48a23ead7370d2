import type { Product, ProductId } from "../../../types/product.ts";
import { type ChoicesOf, readStoreProduct } from "./readStoreProduct.ts";
import type { StoreProduct } from "./storeAnswers.ts";

/** What is asked for, and what to ask it with. */
export interface LiveQuery {
  readonly ids: readonly ProductId[];
  /** The catalogue's cards: one with variants is asked for together with them, and not one after the other. */
  readonly known: ReadonlyMap<ProductId, Product>;
  readonly choices: ChoicesOf;
  /** @throws when the shop does not answer with a list. */
  list(query: string): Promise<readonly StoreProduct[]>;
}

/**
 * Price and stock of just these products: one request, beside it one for the variations of those that have any. What the shop does not sell any
 * more, or hides while it is sold out, is not in its answer.
 */
export async function readLiveProducts({ ids, known, choices, list }: LiveQuery): Promise<readonly Product[]> {
  const asked = ids.filter((id) => /^\d+$/.test(id));
  if (!asked[0]) return [];
  const of = (query: string, wanted: readonly unknown[]) => (wanted[0] ? list(`${query}=${wanted.join()}`) : []);
  const likely = asked.filter((id) => known.get(id)?.variants?.[0]);
  const [found, expected] = await Promise.all([of("include", asked), of("type=variation&parent", likely)]);
  const rest = found.filter(({ id, variations }) => variations?.[0] && !likely.includes(`${id}`)).map(({ id }) => id);
  const lacking = asked.filter((asked_) => !found.some(({ id }) => `${id}` === asked_));
  const [others, alone] = await Promise.all([of("type=variation&parent", rest), of("type=variation&include", lacking)]);
  const variations = [...expected, ...others];
  const products = [...found, ...alone].map((product) => readStoreProduct(product, choices, variations));
  const gone = lacking.filter((id) => !products.some((product) => product.id === id));
  return [...products, ...gone.map((id): Product => ({ id, title: known.get(id)?.title ?? id, available: false }))];
}
