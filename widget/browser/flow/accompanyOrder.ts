import type { Cart } from "../../types/cart.ts";
import { createMarker, type MarkerDeps } from "./createMarker.ts";
import { keepCart } from "./keepCart.ts";

/** What goes along with the cart until it is an order: the mark the shop carries, and the newest cart for the confirmation page. */
export interface OrderCompanion {
  /** At every cart and every decision. */
  look(cart: Cart | undefined): void;
  last(): Cart | undefined;
  /** The order was recorded. */
  ordered(): void;
  purge(): void;
}

export function accompanyOrder(deps: MarkerDeps): OrderCompanion {
  const kept = keepCart(deps.store, deps.mayStore);
  const marker = createMarker(deps);
  const purge = () => {
    kept.purge();
    marker.purge();
  };
  return {
    look(cart) {
      kept.keep(cart);
      marker.look(cart);
    },
    last: kept.read,
    // The next cart is another, that carries nothing yet.
    ordered: purge,
    purge,
  };
}
