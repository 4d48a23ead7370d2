import type { Cart } from "../../types/cart.ts";
import { snapshot } from "../cart/snapshot.ts";
import { readStored, type Store } from "../lib/storage.ts";
import { toJson } from "../lib/toJson.ts";

const KEY = "cart";

/** The newest cart with anything in it: what a confirmation page is about that does not say so itself. */
export interface CartKeeper {
  keep(cart: Cart | undefined): void;
  read(): Cart | undefined;
  /** The order is known, or nothing may be kept any more. */
  purge(): void;
}

/** Kept for the tab, and only while `mayStore` says so. */
export function keepCart(store: Store, mayStore: () => boolean): CartKeeper {
  return {
    keep(cart) {
      if (cart?.lines.length && mayStore()) store.set(KEY, toJson(cart));
    },
    read: () => (mayStore() ? snapshot(readStored(store, KEY)) : undefined),
    purge: () => store.remove(KEY),
  };
}
