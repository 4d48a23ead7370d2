import type { StoreProduct } from "../storeProduct.ts";
import { habitsOf, substituteGroup } from "./habits.ts";
import { createRandom } from "./random.ts";
import type { Random } from "./random.ts";

export interface OrderLine {
  readonly order: string;
  /** A product id, or one of its variant ids or SKUs, as real exports mix them. */
  readonly item: string;
  /** ISO 8601 without a zone. */
  readonly at: string;
  readonly quantity: number;
  /** Major units. */
  readonly price: number;
}

const NOISE_SHARE = 1 / 3;
const SECOND_ERRAND = 0.08;
const AS_SKU = 0.05;
const QUANTITY_TWO = 0.06;
const FIRST_DAY = Date.UTC(2025, 10, 1);
const YEAR = 365 * 24 * 3600 * 1000;
const FIRST_ORDER = 100_001;
/** Popularity of what nobody has reviewed. */
const UNREVIEWED = 20;

/** Seeded order history: the same seed gives the same lines, sorted by time. Products that are a partner's are never ordered. */
export function generateOrders({
  products,
  count,
  seed,
}: {
  products: readonly StoreProduct[];
  count: number;
  seed: number;
}): readonly OrderLine[] {
  const random = createRandom(seed);
  const byId = new Map(products.map((product) => [product.id, product]));
  const popular = weighted(products.filter((product) => product.kind === "goods"));
  const habits = new Map(products.map((product) => [product.id, habitsOf(product, byId)]));
  const times = Array.from({ length: count }, () => FIRST_DAY + Math.floor(random() * YEAR)).sort((a, b) => a - b);

  const errand = (basket: Basket): void => {
    const first = popular(random);
    basket.put(first);
    for (const habit of habits.get(first.id) ?? []) {
      const other = byId.get(habit.with);
      if (other && random() < habit.chance) basket.put(other);
    }
  };
  const noise = (basket: Basket): void => {
    for (let left = 1 + Math.floor(random() * 4); left > 0; left--) basket.put(popular(random));
  };

  return times.flatMap((time, index) => {
    const basket = createBasket();
    if (random() < NOISE_SHARE) noise(basket);
    else {
      errand(basket);
      if (random() < SECOND_ERRAND) errand(basket);
    }
    return basket.products().map((product) => lineOf({ product, order: String(FIRST_ORDER + index), time, random }));
  });
}

interface Basket {
  /** Does nothing when the product, or one that is bought in its place, is already there. */
  put(product: StoreProduct): void;
  products(): readonly StoreProduct[];
}

function createBasket(): Basket {
  const held = new Map<string, StoreProduct>();
  return {
    put(product) {
      const slot = substituteGroup(product) ?? product.id;
      if (!held.has(slot)) held.set(slot, product);
    },
    products: () => [...held.values()],
  };
}

/** Draws a product with a chance in proportion to its reviews. */
function weighted(products: readonly StoreProduct[]): (random: Random) => StoreProduct {
  const weights = products.map((product) => product.rating?.count ?? UNREVIEWED);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (random) => {
    let left = random() * total;
    const index = weights.findIndex((weight) => (left -= weight) < 0);
    return products[Math.max(index, 0)] as StoreProduct;
  };
}

function lineOf({ product, order, time, random }: { product: StoreProduct; order: string; time: number; random: Random }): OrderLine {
  const variant = product.variants[Math.floor(random() ** 2 * product.variants.length)];
  const named = variant && random() < 0.5 ? variant.id : product.id;
  const item = random() < AS_SKU ? (product.skus[0] ?? named) : named;
  const quantity = product.kind === "goods" && product.attributes.type === undefined && random() < QUANTITY_TWO ? 2 : 1;
  return { order, item, at: new Date(time).toISOString().slice(0, 19), quantity, price: (variant?.price ?? product.price ?? 0) / 100 };
}
