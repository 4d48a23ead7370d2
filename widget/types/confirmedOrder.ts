import type { Arm } from "./arm.ts";

/** An order as the shop's own books have it. What was posted from a browser is a claim; this is not. */
export interface ConfirmedOrder {
  readonly shop: string;
  /** Hashed as the browser hashes it. */
  readonly order: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly currency: string;
  /** Minor units, net of tax, shipping and discounts, before refunds. */
  readonly net: number;
  /** Minor units of `net` that were given back. */
  readonly refunded: number;
  readonly isCancelled: boolean;
  /** Minor units the goods that were kept cost the shop, where it told. */
  readonly cost?: number;
  /** Hashed; the same for the same customer. */
  readonly customer?: string;
  /** What the cart carried into the order. Nobody has one without placing an order. */
  readonly mark?: { readonly visit: string; readonly arm: Arm };
}
