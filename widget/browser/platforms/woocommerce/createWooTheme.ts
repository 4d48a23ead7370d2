import type { Stop } from "../../../types/platform.ts";
import { guard } from "../../lib/guard.ts";
import { jQueryOf } from "../shop/jQueryOf.ts";
import { listen } from "../shop/listen.ts";
import { CART_STORE, type HeldCart, heldIn } from "./createHeldCart.ts";
import type { StoreCart } from "./storeAnswers.ts";
import { type WpStore, wpStore } from "./wpStore.ts";

/** Told on the window when one of the page's two stores of blocks has changed the cart, so that the other one follows. */
const SYNC = "wc-blocks_store_sync_required";
const BY_DATA = "from_@wordpress/data";
const REDRAWN = "updated_wc_div";
/** Milliseconds in which a theme that was told to draws its cart page anew. */
const PATIENCE = 5000;

/** The theme's own cart: what it tells, and how it is brought up to date. */
export interface WooTheme {
  listen(heard: () => void): Stop;
  /** `cart`: as the answer to a write has it, where one has. */
  refresh(cart: StoreCart | undefined): void;
}

/** Classic themes by jQuery's events, blocks by their stores. What answers our own refreshing is no sign. */
export function createWooTheme(held: Pick<HeldCart, "tell">): WooTheme {
  let isOurs = false;
  let redrawnBy = -Infinity;
  return {
    listen(heard) {
      const redrawn = guard(() => {
        if (performance.now() < redrawnBy) redrawnBy = -Infinity;
        else heard();
      });
      const body = jQueryOf()?.(document.body);
      body?.on(REDRAWN, redrawn);
      const stop = listen(window, [SYNC], (event) => {
        if (isOurs) return;
        held.tell((event as CustomEvent<{ readonly type?: unknown } | null>).detail?.type === BY_DATA);
        heard();
      });
      return () => {
        stop();
        body?.off(REDRAWN, redrawn);
      };
    },
    refresh(cart) {
      isOurs = true;
      try {
        const store = wpStore(CART_STORE);
        if (store) refreshStore(store, cart);
        // The other store asks the shop, once for many of these.
        window.dispatchEvent(new CustomEvent(SYNC, { detail: { type: BY_DATA } }));
      } finally {
        isOurs = false;
      }
      if (refreshClassic()) redrawnBy = performance.now() + PATIENCE;
    },
  };
}

/** Source: client/blocks/assets/js/data/cart. Lines that are not told to be on their way out are announced as gone by themselves. */
function refreshStore(store: WpStore, cart: StoreCart | undefined): void {
  const { tell } = store;
  if (!cart) return void tell["invalidateResolutionForStore"]?.();
  const expected = (heldIn(store)?.items ?? []).flatMap(({ key, quantity }) => {
    const now = cart.items.find((item) => item.key === key);
    return now?.quantity === quantity ? [] : [[now ? "itemIsPendingQuantity" : "itemIsPendingDelete", key] as const];
  });
  for (const [action, key] of expected) tell[action]?.(key, true);
  // The addresses are being typed, perhaps.
  const { shipping_address: _shipping, billing_address: _billing, ...contents } = cart as object as Readonly<Record<string, unknown>>;
  tell["receiveCart"]?.(contents);
  for (const [action, key] of expected) tell[action]?.(key, false);
}

/** Whether the theme draws its cart page anew. Source: client/legacy/js/frontend/{cart,cart-fragments,checkout}.js. */
function refreshClassic(): boolean {
  const body = jQueryOf()?.(document.body);
  // Without its form the cart page would be loaded anew; with it the parts of the header follow by themselves.
  const isCart = !!body && !!document.querySelector(".woocommerce-cart-form");
  body?.trigger(isCart ? "wc_update_cart" : "wc_fragment_refresh");
  if (document.querySelector("form.woocommerce-checkout")) body?.trigger("update_checkout");
  return isCart;
}
