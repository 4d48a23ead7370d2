import { goodsTotal } from "./createCarts.ts";
import type { ShopCart } from "./createCarts.ts";
import { deliveriesFor } from "./deliveries.ts";

/** What the shopper filled in. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

export interface Order {
  readonly id: string;
  readonly cart: ShopCart;
  readonly recipient: Recipient;
  /** With delivery, in minor units. */
  readonly total: number;
}

/** The orders placed since the start, each seen only by the visitor who placed it. */
export interface Orders {
  place(visitor: string, cart: ShopCart, recipient: Recipient): Order;
  find(visitor: string, id: string): Order | undefined;
}

export function createOrders(): Orders {
  const orders = new Map<string, Order & { readonly visitor: string }>();
  return {
    place(visitor, cart, recipient) {
      const id = `L-${Date.now().toString(36).toUpperCase()}${orders.size}`;
      const order = { id, cart, recipient, total: goodsTotal(cart) + deliveryPrice(cart), visitor };
      orders.set(id, order);
      return order;
    },
    find(visitor, id) {
      const order = orders.get(id);
      return order?.visitor === visitor ? order : undefined;
    },
  };
}

/** In minor units. */
export function deliveryPrice(cart: ShopCart): number {
  return deliveriesFor(goodsTotal(cart)).find(({ id }) => id === cart.delivery)?.price ?? 0;
}
