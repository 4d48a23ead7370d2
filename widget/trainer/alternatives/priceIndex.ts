import type { Item } from "../catalogue/readCatalogue.ts";
import type { Band } from "./rank.ts";

/** A product that can take part: goods with a price and a type. */
export interface Priced {
  readonly item: Item;
  readonly price: number;
  readonly orders: number;
  readonly maker: string;
}

/** Products of one type by price. */
export interface PriceIndex {
  /** Those that cost as many times `price` as the band says; where they are very many, the most ordered ones at each price, of all makers and of this one. */
  within(price: number, band: Band, maker: string): readonly Priced[];
}

/** From so many on only the best at each price are looked at, so that a type of any size is mined in the same time for each product. */
const MANY = 400;
/** Prices that differ by less than this count as one price. */
const STEP = Math.log(1.05);
const MOST_OF_A_PRICE = 12;
const MOST_OF_A_MAKER = 6;

interface Bucket {
  readonly best: readonly Priced[];
  readonly byMaker: ReadonlyMap<string, readonly Priced[]>;
}

export function createPriceIndex(members: readonly Priced[]): PriceIndex {
  const sorted = members.toSorted((a, b) => a.price - b.price || (a.item.id < b.item.id ? -1 : 1));
  const prices = Float64Array.from(sorted, ({ price }) => price);
  const buckets = sorted.length > MANY ? makeBuckets(sorted) : new Map<number, Bucket>();
  return {
    within(price, band, maker) {
      const [start, end] = [firstFrom(prices, price * band.from), firstFrom(prices, price * band.to, true)];
      if (end - start <= MANY) return sorted.slice(start, end);
      const found = new Set<Priced>();
      for (let at = bucketOf(price * band.from); at <= bucketOf(price * band.to); at++) {
        for (const one of buckets.get(at)?.best ?? []) found.add(one);
        for (const one of buckets.get(at)?.byMaker.get(maker) ?? []) found.add(one);
      }
      return [...found].filter((one) => one.price >= price * band.from && one.price <= price * band.to);
    },
  };
}

const bucketOf = (price: number): number => Math.floor(Math.log(price) / STEP);

function makeBuckets(sorted: readonly Priced[]): ReadonlyMap<number, Bucket> {
  const buckets = new Map<number, { best: Priced[]; byMaker: Map<string, Priced[]> }>();
  for (const one of sorted.toSorted((a, b) => b.orders - a.orders || (a.item.id < b.item.id ? -1 : 1))) {
    const bucket = buckets.get(bucketOf(one.price)) ?? { best: [], byMaker: new Map<string, Priced[]>() };
    buckets.set(bucketOf(one.price), bucket);
    if (bucket.best.length < MOST_OF_A_PRICE) bucket.best.push(one);
    if (!one.maker) continue;
    const own = bucket.byMaker.get(one.maker) ?? [];
    bucket.byMaker.set(one.maker, own);
    if (own.length < MOST_OF_A_MAKER) own.push(one);
  }
  return buckets;
}

/** Index of the first price that is at least `price`; with `past`, of the first above it. */
function firstFrom(prices: Float64Array, price: number, past = false): number {
  let low = 0;
  let high = prices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = prices[middle] ?? 0;
    if (at < price || (past && at === price)) low = middle + 1;
    else high = middle;
  }
  return low;
}
