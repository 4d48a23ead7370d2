import type { StoreProduct, StoreVariant } from "../../stores/storeProduct.ts";

/** Address of a product's picture, in the variant's colour where the shop draws it itself. */
export function pictureOf(product: StoreProduct, variant?: StoreVariant): string {
  const own = `/pictures/${encodeURIComponent(product.id)}.svg`;
  const image = product.image ?? own;
  const colour = variant?.options.colour;
  return colour && image === own ? `${own}?colour=${encodeURIComponent(colour.toLowerCase())}` : image;
}

/** Address of a product's page. */
export function pageOf(product: StoreProduct): string {
  return product.kind === "partner" ? `/partners/${encodeURIComponent(product.id)}` : `/p/${encodeURIComponent(product.id)}`;
}
