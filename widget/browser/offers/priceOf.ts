import type { Money } from "../../types/money.ts";
import type { Product, VariantId } from "../../types/product.ts";

/** Price of one piece of the product, or of the variant meant. */
export function priceOf(product: Product, variant?: VariantId): Money | undefined {
  return product.variants?.find(({ id }) => id === variant)?.price ?? product.price;
}
