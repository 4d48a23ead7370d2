import type { PlatformConfig } from "../../types/config.ts";
import type { Platform, Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import { createShop } from "./shop/createShop.ts";
import { createNames } from "./shopify/createNames.ts";
import { createShopifyCarts } from "./shopify/createShopifyCarts.ts";
import type { ShopifyLater } from "./shopify/createShopifyLater.ts";
import { createShopifyProducts } from "./shopify/createShopifyProducts.ts";
import { shopifyAnchors } from "./shopify/shopifyAnchors.ts";
import { readShopifyPage } from "./shopify/shopifyPage.ts";

/** Writes of the theme's; ours that leave the lines alone say so. */
const WRITES = /\/cart\/(?:add|change|update|clear)(?:\.js|\.json)?(?:\?(?!goeswith)|$)/;

/**
 * Shopify's online store, by its Ajax API, its standard storefront events and actions, and the themes Dawn and Horizon with all that are made of them. Its
 * checkout and thank-you page run no scripts of the page: offers end at the cart, and orders are told by `mark` and the shop's own export alone.
 * `own.ids: "number"` where the catalogue names products and variants by Shopify's numbers and not by handle and SKU; `own.sections` and `own.event`
 * for a theme of another kind.
 */
export function createShopify(config: PlatformConfig): Platform {
  const names = createNames(config);
  const carts = createShopifyCarts(names);
  const { products, related, find } = createShopifyProducts(names);
  const context = () => readShopifyPage(names);
  let part: ShopifyLater | undefined;
  const later = async () => {
    const { createShopifyLater } = await import("./shopify/createShopifyLater.ts");
    return (part ??= createShopifyLater({ config, names, carts, find }));
  };
  return createShop(config, {
    name: "shopify",
    get anchors() {
      return shopifyAnchors(context().step, carts.keys());
    },
    context,
    readCart: carts.read,
    signs: {
      urls: [WRITES],
      listen: (heard) => soon(async () => (await later()).theme.hear(heard)),
      listenPage: (heard) => soon(async () => (await later()).theme.hearPage(heard)),
    },
    write: {
      add: async (item) => (await later()).write.add(item),
      remove: async (key) => (await later()).write.remove(key),
      setQuantity: async (key, quantity) => (await later()).write.setQuantity(key, quantity),
    },
    // There once anything was written.
    refresh: () => part?.refresh(),
    products,
    related,
    mark: async (facts) => (await later()).mark(facts),
  });
}

/** Starts once what it needs is loaded, unless it is stopped before. */
function soon(start: () => Promise<Stop>): Stop {
  const end = new AbortController();
  start().then((stop) => (end.signal.aborted ? stop() : end.signal.addEventListener("abort", stop)), swallow);
  return () => end.abort();
}
