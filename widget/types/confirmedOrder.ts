import type { Arm } from "./arm.ts";

/** What is left of a line of an order. */
export interface ConfirmedLine {
  /** What the shop calls its product: ids of product and variant, SKU, name, as far as its books have them. */
  readonly names: readonly string[];
  /** Pieces that were not given back. */
  readonly quantity: number;
  /** Minor units of these pieces, net of tax and discounts, where the books tell. */
  readonly net?: number;
}

/** What a cart carried into an order. Nobody has one without placing an order. */
export interface ConfirmedMark {
  readonly visit: string;
  readonly arm: Arm;
  /** Ids of the offers that were taken, where the mark tells. */
  readonly offers?: readonly string[];
}

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
  readonly mark?: ConfirmedMark;
  /** Of goods. Absent: the books do not tell; empty: nothing was kept. */
  readonly lines?: readonly ConfirmedLine[];
}
