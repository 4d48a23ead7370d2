import type { PlatformConfig } from "../../../types/config.ts";
import { askShop, type ShopAnswer } from "../shop/askShop.ts";

/** What a write shows to be allowed. Every answer carries the newest; those written into the page may come from a page cache. */
export interface StoreTokens {
  nonce?: string | undefined;
  /** Stands for the shopper's cart. */
  cart?: string | undefined;
}

/** The shop's public cart and catalogue. Contract: https://developer.woocommerce.com/docs/apis/store-api */
export interface StoreApi {
  readonly tokens: Readonly<StoreTokens>;
  /** `path` from the folder of the API on: `cart`, `products?include=1`. */
  ask(path: string, how: RequestInit): Promise<ShopAnswer>;
}

export function createStoreApi(own: PlatformConfig["own"]): StoreApi {
  const tokens: StoreTokens = {};
  return {
    tokens,
    async ask(path, how) {
      const answer = await askShop(addressOf(path, own["api"]), { cache: "no-store", ...how });
      tokens.nonce = answer.header("Nonce") ?? tokens.nonce;
      tokens.cart = answer.header("Cart-Token") ?? tokens.cart;
      return answer;
    },
  };
}

/** On the page's own origin, whatever name of the shop WordPress believes in. Without pretty permalinks the route is a parameter. */
function addressOf(path: string, given: string | undefined): string {
  const root = given ?? document.querySelector('link[rel$="//api.w.org/"]')?.getAttribute("href") ?? "/?rest_route=/";
  const { pathname, search } = new URL(root, location.href);
  return `${pathname}${search}wc/store/v1/${search ? path.replace("?", "&") : path}`;
}
