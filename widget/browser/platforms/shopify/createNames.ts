import type { PlatformConfig } from "../../../types/config.ts";
import type { ProductId, VariantId } from "../../../types/product.ts";

/** What Shopify says of a thing it sells. */
export interface Numbered {
  readonly handle: string;
  readonly product_id?: number | undefined;
  readonly variant_id?: number | undefined;
  readonly sku?: string | null | undefined;
  /** The product has no other variant, so that there is none to name. */
  readonly isOnly?: boolean | undefined;
}

/** What a catalogue calls it. */
export interface Named {
  readonly product: ProductId;
  readonly variant?: VariantId;
}

/**
 * The names of what Shopify numbers. Its own product export, which catalogues are made of, has no numbers: a product is known by its handle there and a
 * variant by its SKU. `own.ids: "number"` is for catalogues that have them.
 */
export interface Names {
  /** Remembers the numbers of what it names. */
  name(thing: Numbered): Named;
  /** From now on the variant of this number goes by that name, whatever it went by before. */
  call(variant: number, named: Named): void;
  handleOf(product: ProductId): string | undefined;
  numberOf(product: ProductId): number | undefined;
  variantOf(named: Named): number | undefined;
}

export function createNames({ own }: Pick<PlatformConfig, "own">): Names {
  const byNumber = own["ids"] === "number";
  const called = new Map<number, Named>();
  const handles = new Map<ProductId, string>();
  const numbers = new Map<ProductId, number>();
  const variants = new Map<string, number>();
  const keyOf = ({ product, variant = "" }: Named) => `${product}\n${variant}`;
  const plain = ({ handle, product_id, variant_id, sku, isOnly }: Numbered): Named => ({
    product: byNumber && product_id ? `${product_id}` : handle,
    ...(variant_id && !isOnly && { variant: (!byNumber && sku) || `${variant_id}` }),
  });
  return {
    name(thing) {
      const named = called.get(thing.variant_id ?? 0) ?? plain(thing);
      handles.set(named.product, thing.handle);
      if (thing.product_id) numbers.set(named.product, thing.product_id);
      if (thing.variant_id) variants.set(keyOf(named), thing.variant_id);
      return named;
    },
    call(variant, named) {
      called.set(variant, named);
      variants.set(keyOf(named), variant);
    },
    handleOf: (product) => handles.get(product) ?? (byNumber ? undefined : product),
    numberOf: (product) => numbers.get(product) ?? (byNumber && /^\d+$/.test(product) ? Number(product) : undefined),
    variantOf: (named) => variants.get(keyOf(named)),
  };
}
