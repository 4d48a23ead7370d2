import type { StoreProduct, StoreVariant } from "../../stores/storeProduct.ts";
import { priceOf, stockOf } from "../catalogue/createCatalogue.ts";
import type { StoreFront } from "../storeFront.ts";
import { pageOf, pictureOf } from "./pictureOf.ts";

interface Subject {
  readonly front: StoreFront;
  readonly product: StoreProduct;
  readonly variant?: StoreVariant;
  /** Scheme, host and port, for absolute addresses. */
  readonly origin: string;
}

/** The product in view as schema.org knows it (JSON-LD): the chosen variant's offer, the variants beside it. */
export function structuredData({ front, product, variant, origin }: Subject): object {
  const { rating } = product;
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    sku: product.id,
    productID: product.id,
    name: product.title,
    image: new URL(pictureOf(product, variant), origin).href,
    url: new URL(pageOf(product), origin).href,
    ...(product.description && { description: product.description }),
    ...(product.brand && { brand: { "@type": "Brand", name: product.brand } }),
    ...(product.categories.length && { category: product.categories.join("/") }),
    ...(rating && { aggregateRating: { "@type": "AggregateRating", ratingValue: rating.value, reviewCount: rating.count } }),
    offers: offer(front, product, variant),
    ...(product.variants.length && {
      hasVariant: product.variants.map((each) => ({
        "@type": "Product",
        sku: each.id,
        name: `${product.title}, ${Object.values(each.options).join(", ")}`,
        offers: offer(front, product, each),
      })),
    }),
  };
}

function offer(front: StoreFront, product: StoreProduct, variant: StoreVariant | undefined): object {
  const price = priceOf(product, variant);
  return {
    "@type": "Offer",
    ...(price !== undefined && { price: (price / 100).toFixed(2), priceCurrency: front.currency }),
    availability: `https://schema.org/${stockOf(product, variant) > 0 ? "InStock" : "OutOfStock"}`,
  };
}
