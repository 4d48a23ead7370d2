import { cartIn } from "./readStoreCart.ts";
import type { StoreCart } from "./storeAnswers.ts";
import { type WpStore, wpStore } from "./wpStore.ts";

export const CART_STORE = "wc/store/cart";

/** The cart that the page's blocks hold. */
export interface HeldCart {
  /** As it is now, where it is whole and not empty. */
  now(): StoreCart | undefined;
  /** That, unless the cart may have changed since. */
  read(isStale: boolean): StoreCart | undefined;
  /** The page has told of a change: one that the blocks have in their cart already, or not. */
  tell(isThere: boolean): void;
}

export function createHeldCart(): HeldCart {
  let isNew = false;
  const now = () => {
    const store = wpStore(CART_STORE);
    const cart = store && heldIn(store);
    return cart?.items[0] && cart;
  };
  return {
    now,
    read(isStale) {
      const isKnown = isNew || !isStale;
      isNew = false;
      return isKnown ? now() : undefined;
    },
    tell: (isThere) => void (isNew = isThere),
  };
}

/** Asked before it has read the cart, the store would read it. Of the answer it has renamed the outermost members only. */
export function heldIn({ ask }: WpStore): StoreCart | undefined {
  const held = ask["hasFinishedResolution"]?.("getCartData") ? ask["getCartData"]?.() : undefined;
  const cart = cartIn(held);
  return cart && { ...cart, cross_sells: (held as { readonly crossSells?: StoreCart["cross_sells"] }).crossSells ?? [] };
}
