import type { Cart } from "../../../types/cart.ts";
import type { PlacedOrder } from "../../../types/platform.ts";
import type { ShopParts } from "../shop/createShop.ts";
import { createWrites, type WritesOptions } from "./createWrites.ts";
import { drawTheme } from "./drawTheme.ts";
import { learnProducts } from "./learnProducts.ts";
import { placedOrder } from "./placedOrder.ts";

/** What a page that only reads its cart never needs. */
export interface OpencartLater {
  readonly write: ShopParts["write"];
  /** Has the theme draw its cart. An answer of the shop's with the cart in it. */
  draw(cart: Element | undefined): Promise<string>;
  /** Asks for the ids of what a cart names by readable addresses. */
  learn(cart: ParentNode): Promise<void>;
  order(last: Cart, name: string | undefined): PlacedOrder;
}

export function createOpencartLater(options: WritesOptions): OpencartLater {
  const { routes, ids } = options;
  return {
    write: createWrites(options),
    draw: (cart) => drawTheme(routes, cart),
    learn: (cart) => learnProducts(cart, ids),
    order: placedOrder,
  };
}
