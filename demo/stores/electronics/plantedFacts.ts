import type { StoreProduct } from "../storeProduct.ts";
import { habitsOf, substituteGroup } from "./habits.ts";

/** What the generator put into the orders, so that a bench can judge what the trainer finds. */
export interface PlantedFacts {
  /** Directed: orders with `from` hold `with` at about this chance. */
  readonly complements: readonly { readonly from: string; readonly with: string; readonly chance: number }[];
  /** Never in one order; each pair once. */
  readonly substitutes: readonly (readonly [string, string])[];
}

/** Every complement and substitute pair among `products`. */
export function plantedFacts(products: readonly StoreProduct[]): PlantedFacts {
  const byId = new Map(products.map((product) => [product.id, product]));
  const complements = products.flatMap((product) => habitsOf(product, byId).map((habit) => ({ from: product.id, ...habit })));
  const substitutes = products.flatMap((product, index) => {
    const group = substituteGroup(product);
    return group
      ? products
          .slice(index + 1)
          .filter((other) => substituteGroup(other) === group)
          .map((other) => [product.id, other.id] as const)
      : [];
  });
  return { complements, substitutes };
}
