import type { PlatformConfig } from "../../types/config.ts";
import type { Platform, Stop } from "../../types/platform.ts";
import { swallow } from "../lib/guard.ts";
import { createShop } from "./shop/createShop.ts";
import { createStoreApi } from "./woocommerce/createStoreApi.ts";
import { createStoreCart, WRITES } from "./woocommerce/createStoreCart.ts";
import type { WooLater } from "./woocommerce/createWooLater.ts";
import { readLiveProducts } from "./woocommerce/readLiveProducts.ts";
import type { ChoicesOf } from "./woocommerce/readStoreProduct.ts";
import { readWooPage } from "./woocommerce/readWooPage.ts";
import type { StoreProduct } from "./woocommerce/storeAnswers.ts";
import { wooAnchors } from "./woocommerce/wooAnchors.ts";

/** Members of a product that are read; its descriptions would be most of the answer. */
const FIELDS = "id,name,permalink,images,prices,categories,is_purchasable,is_in_stock,attributes,variations";

/**
 * WooCommerce, in classic themes and in blocks, by its public Store API and its themes' own events. `own.api`: address of the WordPress
 * API (`/wp-json/`), where the page does not name it. What the first offers do not need is loaded when it is first asked for.
 */
export function createWoocommerce(config: PlatformConfig): Platform {
  const choices: ChoicesOf = new Map();
  const api = createStoreApi(config.own);
  const cart = createStoreCart(api);
  const { newest } = cart;
  let loading: Promise<WooLater> | undefined;
  const later = () => (loading ??= import("./woocommerce/createWooLater.ts").then((part) => part.createWooLater({ api, cart, choices })));
  const soon =
    (name: "listen" | "listenPage") =>
    (heard: () => void): Stop => {
      const end = new AbortController();
      const { signal } = end;
      later()
        .then((part) => {
          if (signal.aborted) return;
          signal.addEventListener("abort", part[name](heard));
          if (name === "listen" && cart.missed()) heard();
        })
        .catch(swallow);
      return () => end.abort();
    };
  const listWith = (signal: AbortSignal) => async (query: string) => {
    const { body } = await api.ask(`products?${query}&per_page=100&_fields=${FIELDS}`, { signal });
    if (!Array.isArray(body)) throw new Error("no products");
    return body as readonly StoreProduct[];
  };
  return createShop(config, {
    name: "woocommerce",
    get anchors() {
      // Rows are drawn of what the blocks hold, before we have read it too.
      const { items = [] } = cart.held.now() ?? newest() ?? {};
      return wooAnchors((at, of) => (of === items.length ? items[at]?.key : undefined));
    },
    context: () => readWooPage(newest()?.totals?.currency_code),
    readCart: cart.readCart,
    signs: {
      events: ["wc-blocks_added_to_cart", "wc-blocks_removed_from_cart"],
      jquery: ["added_to_cart", "removed_from_cart"],
      urls: [WRITES],
      missed: cart.missed,
      listen: soon("listen"),
      listenPage: soon("listenPage"),
    },
    write: {
      add: async (item) => (await later()).write.add(item),
      setQuantity: async (key, quantity) => (await later()).write.setQuantity(key, quantity),
      remove: async (key) => (await later()).write.remove(key),
    },
    refresh() {
      const written = cart.written();
      return later().then((part) => part.refresh(written));
    },
    products: (ids, signal, known) => readLiveProducts({ ids, known, choices, list: listWith(signal) }),
    async related(ids, relation, signal) {
      const { readRelated } = await import("./woocommerce/readRelated.ts");
      return readRelated(relation, { ids, choices, cart: newest(), list: listWith(signal) });
    },
    order: async (last) => (await later()).order(last),
    mark: async (facts) => (await later()).mark(facts),
    marksPage: true,
  });
}
