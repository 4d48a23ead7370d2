import type { SchemaNode } from "./readSchemaProduct.ts";

/** What the page's Open Graph and product meta tags say, in the words of schema.org; `undefined` when they are not about a product. */
export function readOpenGraph(): SchemaNode | undefined {
  const price = meta("product:price:amount");
  if (!price && !/product/.test(meta("og:type") ?? "")) return undefined;
  return {
    sku: meta("product:retailer_item_id"),
    name: meta("og:title"),
    url: meta("og:url"),
    offers: { price, priceCurrency: meta("product:price:currency"), availability: meta("product:availability") },
  };
}

function meta(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[property="${name}"],meta[name="${name}"]`)?.content;
}
