import type { Product } from "../../types/product.ts";

/** The narrowest category; what "the same kind of thing" means. */
export function productType(product: Product): string | undefined {
  return product.categories?.at(-1);
}
