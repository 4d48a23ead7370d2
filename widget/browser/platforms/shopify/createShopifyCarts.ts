import type { Cart, LineKey } from "../../../types/cart.ts";
import { swallow } from "../../lib/guard.ts";
import { askShop } from "../shop/askShop.ts";
import type { Names } from "./createNames.ts";
import { isCart, readShopifyCart, type ShopifyCart } from "./readShopifyCart.ts";
import { shopCurrency, shopRoot } from "./shopifyPage.ts";

/** The shopper's cart on the server. */
export interface ShopifyCarts {
  read(signal: AbortSignal, isStale: boolean): Promise<Cart>;
  /** The keys of the lines when it was last read, in their order. */
  keys(): readonly LineKey[];
  /** It was written, and is as the answer says where that holds it. What is known of it by the next reading is what that returns. */
  wrote(answer?: ShopifyCart): void;
  /** The cart as it is now, with these sections of the page where the shop gives them along. */
  now(sections: string): Promise<ShopifyCart>;
}

/** What a theme shows of a cart that holds anything. */
const SHOWN = ".cart-count-bubble,.cart-bubble:not(.visually-hidden),.cart-item,tr[data-key]";

export function createShopifyCarts(names: Names): ShopifyCarts {
  let keys: readonly LineKey[] = [];
  let isWritten = false;
  let known: Promise<ShopifyCart> | undefined;
  return {
    async read(signal, isStale) {
      const mine = known;
      known = undefined;
      isWritten = false;
      const cart = (await mine?.catch(swallow)) ?? (isStale || !isEmpty() ? await ask("", signal) : undefined);
      keys = (cart?.items ?? []).map(({ key }) => key);
      return cart ? readShopifyCart(cart, names) : { currency: shopCurrency() ?? "", lines: [] };
    },
    keys: () => keys,
    wrote(answer) {
      isWritten = true;
      known = answer && Promise.resolve(answer);
    },
    now(sections) {
      if (known) return known;
      const coming = ask(sections);
      // Only for the reading that follows a write: to a later one it would be old.
      if (isWritten) known = coming;
      return coming;
    },
  };
}

async function ask(sections: string, signal?: AbortSignal): Promise<ShopifyCart> {
  const query = sections && `?sections=${encodeURIComponent(sections)}`;
  const { status, body } = await askShop(`${shopRoot()}cart.js${query}`, signal && { signal });
  if (!isCart(body)) throw new Error(`cart.js answered ${status}`);
  return body;
}

/** Without the cookie that a first addition sets there is no cart. That it could not be read is ruled out by what the theme shows. */
function isEmpty(): boolean {
  try {
    return !/(?:^|;\s*)cart=/.test(document.cookie) && !document.querySelector(SHOWN);
  } catch {
    // A sandboxed page may not ask for cookies.
    return false;
  }
}
