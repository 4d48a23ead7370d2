import type { Card } from "../../types/model.ts";

/** An add-on is never offered to something cheaper; the margin leaves room for prices that change before the next training. */
const PRICE_MARGIN = 1.5;

/** Whether an add-on could ever be offered to a product: it may fit by what the catalogue knows, and does not cost far more. */
export function canGoWith(addOn: Card, product: Card): boolean {
  if (!addOn.fits && addOn.price === undefined) return true;
  const fits = Object.entries(addOn.fits ?? {}).every(([attribute, values]) => {
    const own = valuesOf(product, attribute);
    return !own.length || own.some((value) => values.includes(value));
  });
  const prices = [product.price, ...(product.variants ?? []).map(({ price }) => price)].filter((price) => price !== undefined);
  return fits && (addOn.price === undefined || !prices.length || addOn.price <= Math.max(...prices) * PRICE_MARGIN);
}

function valuesOf({ attributes = {}, variants = [] }: Card, attribute: string): readonly string[] {
  return [attributes, ...variants.map(({ options }) => options)].flatMap((from) =>
    Object.hasOwn(from, attribute) ? (from[attribute] ?? []) : [],
  );
}
