import type { Money } from "./money.ts";
import type { Attributes, ProductId, VariantId } from "./product.ts";

/** The shop's own key of a cart line. May change with every write, so it is read anew after each. */
export type LineKey = string;

/** One line of the cart. */
export interface Line {
  readonly key: LineKey;
  readonly product: ProductId;
  readonly variant?: VariantId;
  /** Whole and at least 1. */
  readonly quantity: number;
  /** Of one piece, as the shop charges it. */
  readonly price?: Money;
  readonly title?: string;
  readonly options?: Attributes;
  /** The line a service belongs to. */
  readonly boundTo?: LineKey;
}

/** A frozen snapshot of the shop's cart, replaced and never edited. Newest line last. */
export interface Cart {
  readonly currency: string;
  readonly lines: readonly Line[];
  /** What the shop says the goods cost together. */
  readonly total?: Money;
}
