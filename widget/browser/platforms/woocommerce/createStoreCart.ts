import type { ShopParts } from "../shop/createShop.ts";
import type { StoreApi } from "./createStoreApi.ts";
import { createHeldCart, type HeldCart } from "./createHeldCart.ts";
import { cartIn, readStoreCart } from "./readStoreCart.ts";
import { pageCurrency } from "./readWooPage.ts";
import type { StoreCart } from "./storeAnswers.ts";

/** Addresses of what changes the cart: of the blocks, and of classic themes. */
export const WRITES = /wc-ajax=(?:add_to|remove_from)_cart|wc(?:\/|%2F)store(?:\/|%2F)v1(?:\/|%2F)(?:batch|cart(?:\/|%2F))/i;

/** The shopper's cart by the Store API, which answers every write with the whole cart. */
export interface StoreCartPart extends Pick<ShopParts, "readCart"> {
  readonly held: HeldCart;
  /** As it was told last; `undefined` while a write is under way, and while it is empty and nobody was asked. */
  newest(): StoreCart | undefined;
  /** That, where it is the whole answer to a write and not just what is read of a cart. */
  written(): StoreCart | undefined;
  /** It has changed since it was read last, or else since the page came, as far as the page can tell without a request. */
  missed(): boolean;
  /** A write begins, or the shop has answered one with the cart. */
  keep(cart: StoreCart | undefined): void;
}

export function createStoreCart({ ask }: StoreApi): StoreCartPart {
  const held = createHeldCart();
  let newest: StoreCart | undefined;
  let written: StoreCart | undefined;
  /** What was written is still to be handed out. */
  let isFresh = false;
  let seen = stateOf();
  const read = async (signal: AbortSignal): Promise<StoreCart> => {
    const { body, status } = await ask("cart?_fields=items,totals,cross_sells", { signal });
    const cart = status < 300 ? cartIn(body) : undefined;
    if (!cart) throw new Error(`no cart: ${status}`);
    return cart;
  };
  return {
    held,
    newest: () => newest,
    written: () => written,
    missed: () => stateOf() !== seen,
    keep(cart) {
      newest = written = cart;
      isFresh = !!cart;
    },
    async readCart(signal, isStale) {
      seen = stateOf();
      if (!isFresh) {
        written = undefined;
        newest = hasCart() ? (held.read(isStale) ?? (await read(signal))) : undefined;
      }
      isFresh = false;
      return newest ? readStoreCart(newest) : { currency: pageCurrency() ?? "", lines: [] };
    },
  };
}

/** WooCommerce's own sign that the cart holds anything, there without a request. Source: WC_Cart_Session::set_cart_cookies(). */
export const hasCart = (): boolean => /(?:^|;\s*)woocommerce_items_in_cart=[1-9]/.test(document.cookie);

/** WooCommerce's own mark of what is in the cart, which answers of some servers come without, and how many writes the page has made. */
const stateOf = (): string => {
  const writes = performance.getEntriesByType("resource").filter(({ name }) => WRITES.test(name));
  return `${/woocommerce_cart_hash=\w*/.exec(document.cookie)?.[0]} ${writes.length}`;
};
