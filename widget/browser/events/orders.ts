import type { Happening, OrderedLine } from "../../types/event.ts";
import type { PlacedOrder } from "../../types/platform.ts";
import type { ProductId, VariantId } from "../../types/product.ts";
import { openStore, readStored, type Store } from "../lib/storage.ts";
import type { Consent } from "./consent.ts";
import { hashOrder } from "../lib/hashOrder.ts";
import { ORDERS_KEY } from "./keys.ts";
import { toJson } from "../lib/toJson.ts";

const REMEMBERED = 20;

/** An offer that was taken in this visit. */
export interface Taken {
  readonly offer: string;
  readonly product: ProductId;
  readonly variant?: VariantId;
  readonly quantity: number;
  /** Of what an up-sell replaced, in minor units. */
  readonly priceOfOther?: number;
}

/**
 * The order with each line marked by the offer it came from. Of a line that was in the cart before, only the pieces taken are
 * marked; an offer whose product did not make it into the order marks nothing. `hash` is the order's, from `hashOrder`.
 */
export function orderedHappening(order: PlacedOrder, taken: readonly Taken[], hash: string): Happening {
  const left = taken.map(({ quantity }) => quantity);
  const lines = order.lines.flatMap((line): OrderedLine[] => {
    const price = line.price?.currency === order.currency && { price: line.price.minor };
    let plain = line.quantity;
    const marked = taken.flatMap(({ offer, product, variant, priceOfOther }, index): OrderedLine[] => {
      const isOther = product !== line.product || (variant && line.variant && variant !== line.variant);
      const quantity = isOther ? 0 : Math.min(plain, left[index] ?? 0);
      if (!quantity) return [];
      plain -= quantity;
      left[index] = (left[index] ?? 0) - quantity;
      return [{ product, quantity, ...price, offer, ...(priceOfOther !== undefined && { priceOfOther }) }];
    });
    return plain ? [...marked, { product: line.product, quantity: plain, ...price }] : marked;
  });
  const total = order.total?.currency === order.currency && { total: order.total.minor };
  // An event holds only so many lines: those that tell what an offer brought go first.
  return { type: "ordered", order: hash, currency: order.currency, ...total, lines: lines.sort((a, b) => +!a.offer - +!b.offer) };
}

export interface OrderedOnceOptions {
  readonly order: PlacedOrder;
  readonly taken: readonly Taken[];
  readonly shop: string;
  readonly consent: Consent;
}

/**
 * The happening of a placed order the first time it is seen, else `undefined`. Remembered by its hash: for the browser where the
 * shopper allowed to be remembered, for the tab where only measuring is allowed, not at all without consent.
 */
export async function orderedOnce({ order, taken, shop, consent }: OrderedOnceOptions): Promise<Happening | undefined> {
  const hash = await hashOrder(shop, order.id);
  const level = consent.level();
  if (level !== "none") {
    const stores = [openStore("session"), openStore("local")] as const;
    if (stores.some((store) => known(store).includes(hash))) return undefined;
    const store = stores[level === "remember" ? 1 : 0];
    store.set(ORDERS_KEY, toJson([...known(store), hash].slice(-REMEMBERED)));
  }
  return orderedHappening(order, taken, hash);
}

function known(store: Store): readonly unknown[] {
  const kept = readStored(store, ORDERS_KEY);
  return Array.isArray(kept) ? kept : [];
}
