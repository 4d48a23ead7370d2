import type { Cart, Line } from "../../../types/cart.ts";
import { defined } from "../../lib/defined.ts";
import { isRecord } from "../../lib/isRecord.ts";
import type { Names } from "./createNames.ts";
import { readHundredths } from "./readHundredths.ts";

/** The cart as `cart.js` and the answers of most writes tell it. Source: https://shopify.dev/docs/api/ajax/reference/cart */
export interface ShopifyCart {
  readonly currency: string;
  readonly total_price: number;
  readonly item_count: number;
  readonly items: readonly ShopifyItem[];
  /** Markup of the sections that were asked for along with it. */
  readonly sections?: Readonly<Record<string, string | null>>;
}

export interface ShopifyItem {
  readonly key: string;
  readonly handle: string;
  readonly product_id: number;
  readonly variant_id: number;
  readonly sku?: string | null;
  readonly quantity: number;
  /** Of all pieces, discounts taken off. */
  readonly line_price: number;
  readonly title: string;
  readonly product_title?: string;
  readonly product_has_only_default_variant?: boolean;
  readonly options_with_values?: readonly { readonly name: string; readonly value: string }[];
  /** Of a nested line. Source: https://shopify.dev/docs/apps/build/product-merchandising/nested-cart-lines */
  readonly parent_relationship?: { readonly parent_key?: string } | null;
}

/** Whether an answer is a cart, and not a line, a refusal or a page. */
export const isCart = (body: unknown): body is ShopifyCart => isRecord(body) && Array.isArray(body["items"]) && "item_count" in body;

/** The cart in the words of the catalogue. */
export function readShopifyCart({ currency, total_price, items }: ShopifyCart, names: Names): Cart {
  return defined({ currency, total: readHundredths(total_price, currency), lines: items.map((item) => readLine(item, currency, names)) });
}

function readLine(item: ShopifyItem, currency: string, names: Names): Line {
  const { key, quantity, line_price, title, product_title, product_has_only_default_variant: isOnly, options_with_values: options } = item;
  return defined({
    key,
    ...names.name({ ...item, isOnly }),
    quantity,
    price: readHundredths(line_price / quantity, currency),
    title: product_title || title,
    options: !isOnly && Array.isArray(options) ? Object.fromEntries(options.map(({ name, value }) => [name, value])) : undefined,
    boundTo: item.parent_relationship?.parent_key,
  });
}
