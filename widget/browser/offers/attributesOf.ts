import type { Attributes, Product, VariantId } from "../../types/product.ts";

/** Attributes of the product as it is meant: those of the chosen variant's options count too. */
export function attributesOf(product: Product, variant?: VariantId): Attributes {
  const options = product.variants?.find(({ id }) => id === variant)?.options;
  return { ...product.attributes, ...options };
}
