import { setTimeout as wait } from "node:timers/promises";
import type { StoreProduct } from "../../stores/storeProduct.ts";
import { neutralPicture } from "../../stores/pictures/neutralPicture.ts";
import { priceOf, stockOf } from "../catalogue/createCatalogue.ts";
import { json } from "../http/reply.ts";
import { pageOf, pictureOf } from "../pages/pictureOf.ts";
import { recommend } from "../recommend/recommend.ts";
import type { Pairs } from "../recommend/countPairs.ts";
import type { Route, ShopParts } from "../shopRequest.ts";

/** How long `/api/recommend?slow=1` thinks, in milliseconds. */
const SLOW = 3000;
const MAX_IDS = 50;

/** Live prices and stock, pictures, and the small remote recommender. `pairs` is asked for when it is first needed. */
export function productRoutes({ catalogue, front }: ShopParts, pairs: () => Promise<Pairs>): readonly Route[] {
  return [
    {
      method: "GET",
      pattern: /^\/api\/products$/,
      answer({ url, context }) {
        const { catalogue: spoken } = context();
        const ids = (url.searchParams.get("ids") ?? "").split(",").slice(0, MAX_IDS);
        return json({ products: ids.flatMap((id) => spoken.find(id) ?? []).map((product) => live(product, front.currency)) });
      },
    },
    {
      method: "POST",
      pattern: /^\/api\/recommend$/,
      async answer({ url, body, raw, context }) {
        if (url.searchParams.has("dead")) raw.socket.destroy();
        if (url.searchParams.has("slow")) await wait(SLOW);
        return json(recommend({ catalogue: context().catalogue, front, pairs: await pairs() }, body));
      },
    },
    {
      method: "GET",
      pattern: /^\/pictures\/(?<id>[^/]+)\.svg$/,
      answer({ params, url }) {
        const product = catalogue.find(params.id ?? "");
        if (!product) return undefined;
        const colour = url.searchParams.get("colour");
        const look = { bare: url.searchParams.get("ground") === "none", ...(colour && { colour }) };
        const body = front.picture(product, look) ?? neutralPicture(product, look);
        return { status: 200, type: "image/svg+xml", body, headers: { "cache-control": "public, max-age=3600" } };
      },
    },
  ];
}

/** A product as it stands this moment, money in minor units. */
function live(product: StoreProduct, currency: string): object {
  const money = (minor: number | undefined) => (minor === undefined ? {} : { price: { minor, currency } });
  return {
    id: product.id,
    title: product.title,
    url: pageOf(product),
    image: pictureOf(product),
    available: product.stock > 0 && (product.variants.length === 0 || product.variants.some((variant) => stockOf(product, variant) > 0)),
    ...money(priceOf(product)),
    ...(product.variants.length && {
      variants: product.variants.map((variant) => ({
        id: variant.id,
        options: variant.options,
        available: stockOf(product, variant) > 0,
        ...money(priceOf(product, variant)),
      })),
    }),
  };
}
