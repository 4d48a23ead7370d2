import { randomUUID } from "node:crypto";
import { priceOf, stockOf, variantOf } from "../catalogue/createCatalogue.ts";
import type { Catalogue } from "../catalogue/createCatalogue.ts";
import type { StoreFront } from "../storeFront.ts";
import type { StoreProduct, StoreVariant } from "../../stores/storeProduct.ts";
import type { DeliveryId } from "./deliveries.ts";

export interface CartLine {
  readonly key: string;
  readonly product: StoreProduct;
  readonly variant?: StoreVariant;
  readonly quantity: number;
  /** Key of the line a service belongs to. */
  readonly boundTo?: string;
}

export interface ShopCart {
  readonly lines: readonly CartLine[];
  readonly delivery: DeliveryId;
}

/** Why a change is refused: the name of the shop's text that says so, and what is put into it. */
export interface Refusal {
  readonly ok: false;
  readonly why: "lineGone" | "badQuantity" | "onlyLeft" | "unknown" | "isSoldOut" | "alreadyIn" | "noSuchDelivery";
  readonly product?: string;
  readonly left?: number;
}

export type Change = { readonly ok: true } | Refusal;

export interface ItemAsked {
  readonly product: string;
  readonly variant?: string;
  readonly quantity: number;
  readonly boundTo?: string;
}

/** Every visitor's cart, in memory. */
export interface Carts {
  of(visitor: string): ShopCart;
  add(visitor: string, item: ItemAsked): Change;
  /** Puts another product into a line; the key, the quantity and what is bound to the line stay. */
  swap(visitor: string, key: string, item: ItemAsked): Change;
  /** 0 removes the line. */
  setQuantity(visitor: string, key: string, quantity: number): Change;
  setDelivery(visitor: string, delivery: DeliveryId): void;
  clear(visitor: string): void;
}

const EMPTY: ShopCart = { lines: [], delivery: "standard" };
const MAX_VISITORS = 10_000;
const MAX_QUANTITY = 99;

export function createCarts(catalogue: Catalogue, front: StoreFront): Carts {
  const carts = new Map<string, ShopCart>();
  const of = (visitor: string): ShopCart => carts.get(visitor) ?? EMPTY;
  const put = (visitor: string, cart: ShopCart): Change => {
    carts.set(visitor, cart);
    const [oldest] = carts.keys();
    if (carts.size > MAX_VISITORS && oldest) carts.delete(oldest);
    return { ok: true };
  };
  const accept = { catalogue, front };

  return {
    of,
    add(visitor, item) {
      const cart = of(visitor);
      const asked = checked(accept, cart, item);
      if (!asked.ok) return asked;
      const same = cart.lines.find((line) => isSame(line, asked.line));
      if (!same) return put(visitor, { ...cart, lines: [...cart.lines, asked.line] });
      return put(visitor, {
        ...cart,
        lines: cart.lines.map((line) => (line === same ? { ...line, quantity: line.quantity + item.quantity } : line)),
      });
    },
    swap(visitor, key, item) {
      const cart = of(visitor);
      const old = cart.lines.find((line) => line.key === key);
      if (!old) return gone;
      const others = { ...cart, lines: cart.lines.filter((line) => line !== old) };
      const asked = checked(accept, others, { ...item, quantity: old.quantity });
      if (!asked.ok) return asked;
      return put(visitor, {
        ...cart,
        lines: cart.lines.map((line) => (line === old ? { ...asked.line, key, ...(old.boundTo && { boundTo: old.boundTo }) } : line)),
      });
    },
    setQuantity(visitor, key, quantity) {
      const cart = of(visitor);
      const line = cart.lines.find((held) => held.key === key);
      if (!line) return gone;
      if (quantity === 0) return put(visitor, { ...cart, lines: cart.lines.filter((held) => held !== line) });
      const left = stockOf(line.product, line.variant);
      if (!Number.isInteger(quantity) || quantity < 0 || quantity > MAX_QUANTITY) return { ok: false, why: "badQuantity" };
      if (quantity > left) return { ok: false, why: "onlyLeft", product: line.product.id, left };
      return put(visitor, { ...cart, lines: cart.lines.map((held) => (held === line ? { ...held, quantity } : held)) });
    },
    setDelivery: (visitor, delivery) => void put(visitor, { ...of(visitor), delivery }),
    clear: (visitor) => void carts.delete(visitor),
  };
}

const gone: Change = { ok: false, why: "lineGone" };

const isSame = (a: CartLine, b: CartLine): boolean => a.product === b.product && a.variant?.id === b.variant?.id && a.boundTo === b.boundTo;

/** The line as it would stand in the cart, or why the shop refuses it. */
function checked(
  { catalogue, front }: { catalogue: Catalogue; front: StoreFront },
  cart: ShopCart,
  item: ItemAsked,
): { ok: true; line: CartLine } | Refusal {
  const product = catalogue.find(item.product);
  if (!product || product.kind === "partner") return { ok: false, why: "unknown" };
  const variant = variantOf(product, item.variant ?? item.product);
  const boundTo = cart.lines.find((line) => line.key === item.boundTo)?.key;
  const line: CartLine = {
    key: randomUUID().slice(0, 8),
    product,
    quantity: item.quantity,
    ...(variant && { variant }),
    ...(boundTo && { boundTo }),
  };
  const held = cart.lines.filter((other) => isSame(other, line)).reduce((sum, other) => sum + other.quantity, 0);
  const left = stockOf(product, variant);
  if (!Number.isInteger(item.quantity) || item.quantity < 1 || item.quantity > MAX_QUANTITY) return { ok: false, why: "badQuantity" };
  if (left === 0 || front.soldOutOnAdd.includes(product.id)) return { ok: false, why: "isSoldOut", product: product.id };
  if (held + item.quantity > left) return { ok: false, why: "onlyLeft", product: product.id, left };
  const rival = cart.lines.find((other) => other.boundTo === boundTo && product.excludes.includes(other.product.id));
  return rival ? { ok: false, why: "alreadyIn", product: rival.product.id } : { ok: true, line };
}

/** What the goods cost together, in minor units. */
export function goodsTotal(cart: ShopCart): number {
  return cart.lines.reduce((sum, line) => sum + (priceOf(line.product, line.variant) ?? 0) * line.quantity, 0);
}
