import type { Card } from "../../types/model.ts";
import type { Product, ProductId } from "../../types/product.ts";

/** A model file's card as a product: sums in minor units become money of `currency`. */
export function cardToProduct(id: ProductId, { price, rating, unit, variants, ...same }: Card, currency: string): Product {
  const money = (minor: number | undefined) => minor !== undefined && { price: { minor, currency } };
  return {
    ...same,
    id,
    ...money(price),
    ...(unit && { unit: { price: { minor: unit[0], currency }, per: unit[1] } }),
    ...(rating && { rating: { value: rating[0], count: rating[1] } }),
    ...(variants && { variants: variants.map(({ price: own, ...rest }) => ({ ...rest, ...money(own) })) }),
  };
}
