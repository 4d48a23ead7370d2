import { goodsTotal } from "../cart/createCarts.ts";
import type { CartLine, ShopCart } from "../cart/createCarts.ts";
import type { Order } from "../cart/createOrders.ts";
import { priceOf } from "../catalogue/createCatalogue.ts";
import type { StoreFront } from "../storeFront.ts";

/** A cart line as the page's data block says it; `price` in major units. */
export interface LineData {
  readonly key: string;
  readonly product: string;
  readonly variant?: string;
  readonly quantity: number;
  readonly price?: number;
  readonly title: string;
  readonly boundTo?: string;
}

export interface CartData {
  readonly currency: string;
  readonly total: number;
  readonly lines: readonly LineData[];
}

/** The cart in the form of the markup contract, in major units. */
export function cartData(front: StoreFront, cart: ShopCart): CartData {
  return { currency: front.currency, total: goodsTotal(cart) / 100, lines: cart.lines.map(lineData) };
}

/** The placed order in the form of the markup contract, in major units. */
export function orderData(front: StoreFront, order: Order): CartData & { readonly id: string } {
  return { id: order.id, ...cartData(front, order.cart), total: order.total / 100 };
}

function lineData({ key, product, variant, quantity, boundTo }: CartLine): LineData {
  const price = priceOf(product, variant);
  return {
    key,
    product: product.id,
    quantity,
    title: product.title,
    ...(variant && { variant: variant.id }),
    ...(price !== undefined && { price: price / 100 }),
    ...(boundTo && { boundTo }),
  };
}
