import type { Attributes, Product, ProductId } from "../../../types/product.ts";
import { defined } from "../../lib/defined.ts";
import { isRecord } from "../../lib/isRecord.ts";
import { safeUrl } from "../../lib/url.ts";
import type { Names } from "./createNames.ts";
import { readHundredths } from "./readHundredths.ts";
import { shopCurrency } from "./shopifyPage.ts";

/** A product as `products/HANDLE.js` tells it. Source: https://shopify.dev/docs/api/ajax/reference/product */
export interface ShopifyProduct {
  readonly id: number;
  readonly handle: string;
  readonly title: string;
  readonly type?: string;
  readonly vendor?: string;
  readonly url?: string;
  readonly featured_image?: string | null;
  readonly price: number;
  /** Names of options, or things that have one. */
  readonly options?: readonly (string | { readonly name: string })[];
  readonly requires_selling_plan?: boolean;
  readonly variants: readonly ShopifyVariant[];
}

export interface ShopifyVariant {
  readonly id: number;
  readonly sku?: string | null;
  readonly options?: readonly string[];
  readonly price: number;
  readonly available: boolean;
  /** For buyers who may not take fewer. */
  readonly quantity_rule?: { readonly min?: number };
}

export interface ProductDeps {
  readonly names: Names;
  /** What it was asked for by. */
  readonly id: ProductId;
  /** What the catalogue says of it, with the names it has for the variants. */
  readonly card?: Product | undefined;
}

export const isShopifyProduct = (body: unknown): body is ShopifyProduct =>
  isRecord(body) && !!body["handle"] && Array.isArray(body["variants"]);

/** A product at the shop's own prices. Lines of the cart go by the same names from now on. */
export function readShopifyProduct(told: ShopifyProduct, { names, id, card }: ProductDeps): Product {
  const currency = shopCurrency();
  const isOnly = told.variants.length < 2;
  const variants = told.variants.map((variant) => {
    const { sku, price, available, quantity_rule } = variant;
    const plain = names.name({ handle: told.handle, product_id: told.id, variant_id: variant.id, sku, isOnly }).variant ?? "";
    const name = card?.variants?.find((one) => one.id === sku || one.id === `${variant.id}`)?.id ?? plain;
    names.call(variant.id, { product: id, ...(!isOnly && { variant: name }) });
    // One piece is what is offered.
    const canBuy = available && !told.requires_selling_plan && !((quantity_rule?.min ?? 1) > 1);
    return defined({ id: name, options: optionsOf(told, variant), price: readHundredths(price, currency), available: canBuy });
  });
  return defined({
    id,
    title: told.title,
    url: safeUrl(told.url),
    image: safeUrl(told.featured_image ?? undefined),
    price: readHundredths(told.price, currency),
    available: variants.some(({ available }) => available),
    categories: told.type ? [told.type] : undefined,
    brand: told.vendor || undefined,
    variants: isOnly ? undefined : variants,
  });
}

/** What tells a variant from its siblings. */
export function optionsOf({ options = [] }: ShopifyProduct, { options: values = [] }: ShopifyVariant): Attributes {
  return Object.fromEntries(options.map((option, at) => [typeof option === "string" ? option : option.name, values[at] ?? ""]));
}
