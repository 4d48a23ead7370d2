import type { StoreProduct } from "../../stores/storeProduct.ts";
import type { Catalogue } from "../catalogue/createCatalogue.ts";
import { pageOf, pictureOf } from "../pages/pictureOf.ts";
import type { StoreFront } from "../storeFront.ts";
import type { Pairs } from "./countPairs.ts";

/** The part of a recommender's request that this one looks at. */
export interface RecommendRequest {
  readonly view?: { readonly product?: string } | null;
  readonly cart?: { readonly lines?: readonly { readonly product?: string }[] };
}

const MOST = 12;
const REASON_STEP = 0.05;

/** What was most often bought together with the cart's lines and the product in view: the documented answer of a remote recommender. */
export function recommend(
  { catalogue, front, pairs }: { catalogue: Catalogue; front: StoreFront; pairs: Pairs },
  asked: RecommendRequest,
): object {
  const ids = [...(asked.cart?.lines ?? []).map((line) => line.product), asked.view?.product].flatMap((id) =>
    id ? (catalogue.find(id)?.id ?? []) : [],
  );
  const best = new Map<string, { readonly id: string; readonly for: string; readonly share: number }>();
  for (const from of ids) {
    for (const { id, share } of pairs.get(from) ?? []) {
      if (!ids.includes(id) && share > (best.get(id)?.share ?? 0)) best.set(id, { id, for: from, share });
    }
  }
  const candidates = [...best.values()]
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST)
    .flatMap((row) => {
      const product = catalogue.find(row.id);
      const share = Math.round(row.share / REASON_STEP) * REASON_STEP;
      const because = share >= REASON_STEP ? [{ kind: "together", share: Number(share.toFixed(2)) }] : [];
      return product ? [{ id: row.id, kind: "cross-sell", for: row.for, score: row.share, because, card: cardOf(product) }] : [];
    });
  return { currency: front.currency, candidates };
}

/** The product as a card of the model files. */
function cardOf(product: StoreProduct): object {
  const {
    title,
    price,
    stock,
    categories,
    brand,
    tags,
    attributes,
    variants,
    rating,
    kind,
    per,
    terms,
    unit,
    excludes,
    by,
    above,
    fits,
    requires,
    oneOf,
  } = product;
  const given = (value: object, name: string): object => (Object.keys(value).length ? { [name]: value } : {});
  return {
    title,
    url: pageOf(product),
    image: pictureOf(product),
    ...(price !== undefined && { price }),
    ...(stock === 0 && { available: false }),
    ...(brand && { brand }),
    ...(rating && { rating: [rating.value, rating.count] }),
    ...(kind !== "goods" && { kind }),
    ...(per && { per }),
    ...(terms && { terms }),
    ...(unit && { unit: [unit.price, unit.per] }),
    ...(by && { by }),
    ...(above !== undefined && { above }),
    ...given(categories, "categories"),
    ...given(tags, "tags"),
    ...given(attributes, "attributes"),
    ...given(
      variants.map((variant) => ({
        id: variant.id,
        options: variant.options,
        ...(variant.price !== undefined && { price: variant.price }),
        ...(variant.stock === 0 && { available: false }),
      })),
      "variants",
    ),
    ...given(excludes, "excludes"),
    ...given(fits, "fits"),
    ...given(requires, "requires"),
    ...given(oneOf, "oneOf"),
  };
}
