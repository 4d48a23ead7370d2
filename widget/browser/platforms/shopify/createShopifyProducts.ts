import type { AddRequest, Platform, RelatedProduct } from "../../../types/platform.ts";
import type { Attributes } from "../../../types/product.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { askShop } from "../shop/askShop.ts";
import type { Names } from "./createNames.ts";
import { isShopifyProduct, optionsOf, readShopifyProduct, type ShopifyProduct } from "./readShopifyProduct.ts";
import { handleIn, metaOfPage, shopRoot } from "./shopifyPage.ts";

export interface ShopifyProducts extends Required<Pick<Platform, "products" | "related">> {
  /** The number of the variant that is asked for; `undefined` when the shop sells no such thing. */
  find(item: AddRequest): Promise<number | undefined>;
}

/** Of how many products relations are asked, newest last, and how many each may have. */
const MOST_SEEDS = 2;
const MOST_RELATED = 4;
/** Source: https://shopify.dev/docs/api/ajax/reference/product-recommendations */
const INTENTS = { with: "complementary", instead: "related" } as const;

/** What the shop tells of its products, each asked for once on a page. */
export function createShopifyProducts(names: Names): ShopifyProducts {
  const asked = new Map<string, Promise<ShopifyProduct | undefined>>();
  // Whoever asks first does not end it for the others.
  const ask = (handle: string): Promise<ShopifyProduct | undefined> => {
    let answer = asked.get(handle);
    if (!answer) {
      answer = read(`products/${encodeURIComponent(handle)}.js`).then((body) => (isShopifyProduct(body) ? body : undefined));
      asked.set(handle, answer);
      answer.catch(() => asked.delete(handle));
    }
    return answer;
  };
  return {
    async products(ids, _signal, known) {
      const found = ids.map(async (id) => {
        const card = known.get(id);
        const handle = handleIn(card?.url) ?? names.handleOf(id);
        if (!handle) return [];
        const told = await ask(handle);
        // What has no page is not sold, or not in this market.
        return told ? readShopifyProduct(told, { names, id, card }) : { id, title: "", available: false };
      });
      return (await Promise.all(found)).flat();
    },
    async related(ids, relation, signal) {
      const found = ids.slice(-MOST_SEEDS).map(async (of) => {
        const isInView = names.handleOf(of) === handleIn(location.pathname);
        const number = names.numberOf(of) ?? (isInView ? metaOfPage().product?.id : undefined);
        if (!number) return [];
        const query = `product_id=${number}&limit=${MOST_RELATED}&intent=${INTENTS[relation]}`;
        const body = await read(`recommendations/products.json?${query}`, signal);
        const told = isRecord(body) && Array.isArray(body["products"]) ? body["products"].filter(isShopifyProduct) : [];
        return told.map((product): RelatedProduct => {
          const { handle, id } = product;
          asked.set(handle, Promise.resolve(product));
          return { of, product: readShopifyProduct(product, { names, id: names.name({ handle, product_id: id }).product }) };
        });
      });
      return (await Promise.all(found)).flat();
    },
    async find({ product, variant, options }) {
      const number = names.variantOf({ product, ...(variant !== undefined && { variant }) });
      const handle = names.handleOf(product);
      if (number || !handle) return number;
      const told = await ask(handle);
      const wanted = told?.variants.filter((one) =>
        variant === undefined ? one.available : [`${one.id}`, one.sku].includes(variant) || isSame(optionsOf(told, one), options),
      );
      // As on the product's own page: the first that can be bought, else the first, which the shop then refuses.
      return (wanted?.[0] ?? (variant === undefined ? told?.variants[0] : undefined))?.id;
    },
  };
}

/** @throws on a dead network, and where the shop is too busy to tell. */
async function read(address: string, signal?: AbortSignal): Promise<unknown> {
  const { status, body } = await askShop(shopRoot() + address, signal && { signal });
  if (status !== 200 && status !== 404) throw new Error(`${address} answered ${status}`);
  return body;
}

function isSame(own: Attributes, wanted: Attributes = {}): boolean {
  const names = Object.keys(own);
  return names.length > 0 && names.every((name) => own[name] === wanted[name]);
}
