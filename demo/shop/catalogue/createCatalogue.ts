import { slug } from "../../stores/storeProduct.ts";
import type { StoreProduct, StoreVariant } from "../../stores/storeProduct.ts";

/** A broad category with the narrow ones in it, in the catalogue's order. */
export interface Section {
  readonly name: string;
  readonly slug: string;
  readonly products: readonly StoreProduct[];
  readonly parts: readonly { readonly name: string; readonly slug: string; readonly products: readonly StoreProduct[] }[];
}

/** The store's products, found by id or by any of their aliases. */
export interface Catalogue {
  readonly products: readonly StoreProduct[];
  readonly sections: readonly Section[];
  /** By product id, variant id or SKU. */
  find(id: string): StoreProduct | undefined;
}

export function createCatalogue(products: readonly StoreProduct[]): Catalogue {
  const aliases = products.flatMap((product) =>
    [...product.variants.map(({ id }) => id), ...product.skus].map((alias) => [alias, product] as const),
  );
  const byId = new Map([...aliases, ...products.map((product) => [product.id, product] as const)]);
  const sections = [...grouped(products, (product) => product.categories[0])].map(([name, held]) => ({
    name,
    slug: slug(name),
    products: held,
    parts: [...grouped(held, (product) => product.categories.at(-1))].map(([part, inPart]) => ({
      name: part,
      slug: slug(part),
      products: inPart,
    })),
  }));
  return { products, sections, find: (id) => byId.get(id) };
}

/** The variant with this id; without one, the first that can be bought. `undefined`: the product has no variants. */
export function variantOf(product: StoreProduct, id?: string): StoreVariant | undefined {
  return (
    product.variants.find((variant) => variant.id === id) ?? product.variants.find((variant) => variant.stock !== 0) ?? product.variants[0]
  );
}

export function priceOf(product: StoreProduct, variant?: StoreVariant): number | undefined {
  return variant?.price ?? product.price;
}

export function stockOf(product: StoreProduct, variant?: StoreVariant): number {
  return Math.min(product.stock, variant?.stock ?? product.stock);
}

function grouped(
  products: readonly StoreProduct[],
  by: (product: StoreProduct) => string | undefined,
): ReadonlyMap<string, readonly StoreProduct[]> {
  const groups = new Map<string, readonly StoreProduct[]>();
  for (const product of products) {
    const name = by(product);
    if (name) groups.set(name, [...(groups.get(name) ?? []), product]);
  }
  return groups;
}
