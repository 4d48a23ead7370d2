/**
 * What is read of the Store API's answers. Nothing of it is certain: extensions change them, and so does every version.
 * Source: plugins/woocommerce/src/StoreApi/Schemas/V1 of WooCommerce.
 */

/** Amounts are whole numbers, as text, of `currency_minor_unit` digits after the point. */
export interface StorePrices {
  readonly price?: string;
  readonly currency_code?: string;
  readonly currency_minor_unit?: number;
}

/** A line of the cart. `id` is that of the variation, where there is one. Names are HTML. */
export interface StoreItem {
  readonly key: string;
  readonly id: number;
  readonly type?: string;
  readonly quantity: number;
  readonly name?: string;
  readonly variation?: readonly { readonly attribute: string; readonly value: string }[];
  readonly prices?: StorePrices;
}

export interface StoreCart {
  readonly items: readonly StoreItem[];
  readonly totals?: StorePrices & { readonly total_items?: string; readonly total_items_tax?: string };
  readonly cross_sells?: readonly StoreProduct[];
}

export interface StoreProduct {
  readonly id: number;
  readonly name?: string;
  readonly permalink?: string;
  readonly images?: readonly { readonly src?: string; readonly thumbnail?: string }[];
  readonly prices?: StorePrices;
  readonly categories?: readonly { readonly name: string }[];
  readonly is_purchasable?: boolean;
  readonly is_in_stock?: boolean;
  readonly attributes?: readonly {
    readonly name: string;
    /** Absent for an attribute of this product alone. */
    readonly taxonomy?: string | null;
    readonly terms: readonly { readonly name: string; readonly slug: string }[];
  }[];
  /** The slug of each attribute; `null` where the variation takes any. */
  readonly variations?: readonly {
    readonly id: number;
    readonly attributes: readonly { readonly name: string; readonly value: string | null }[];
  }[];
}
