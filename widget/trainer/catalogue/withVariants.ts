import { parseAmount } from "../reading/parseAmount.ts";
import { parseStock } from "./parseCells.ts";
import type { RawProduct, RawVariant } from "./rawProduct.ts";
import { sortVariants } from "./sortVariants.ts";

/** A product with its variants: it costs what the cheapest one costs, and is sold out when all of them are. Variants that differ in nothing are none. */
export function withVariants(product: RawProduct, variants: readonly RawVariant[]): RawProduct {
  const [cheapest] = variants
    .map((variant) => ({ variant, amount: parseAmount(variant.price) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.amount - b.amount || (a.variant.id < b.variant.id ? -1 : 1));
  if (!cheapest) return product;
  const { price, cost, stock } = cheapest.variant;
  const soldOut = variants.every((variant) => parseStock(variant.stock) === false);
  const texts = { ...product.texts, price, stock: soldOut ? "0" : parseStock(stock) === false ? "" : stock, ...(cost && { cost }) };
  if (variants.every(({ options }) => !Object.keys(options).length)) {
    const skus = [...product.skus, ...variants.flatMap(({ id, skus: more }) => [id, ...more])];
    return { ...product, texts, skus: [...new Set(skus)].filter((sku) => sku && sku !== product.id) };
  }
  const own = variants.map((variant) => (variant.price === price ? { ...variant, price: "" } : variant));
  return { ...product, texts, variants: sortVariants(own) };
}
