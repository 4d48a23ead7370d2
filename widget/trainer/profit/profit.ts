import type { Item } from "../catalogue/readCatalogue.ts";
import { putInto } from "../lib/putInto.ts";

/** A least margin: a sum in minor units, or a share of the price. */
export type LeastMargin = { readonly sum: number } | { readonly share: number };

/** What the order of what may be offered is weighed by, besides how likely it is taken. */
export type Objective = "conversion" | "revenue" | "margin";

export interface ProfitOptions {
  /** What one more line costs the shop to pick and pack, in minor units. */
  readonly handling: number;
  readonly minMargin: LeastMargin;
  readonly objective: Objective;
}

export interface Profit {
  /** Whether an add-on pays for itself; also where its cost or its price is not known. */
  pays(item: Item): boolean;
  /** Whether the shop earns more with `to` than with `from`; also where that is not known. */
  earnsMore(from: Item, to: Item): boolean;
  /** What a positive relation's weight to this product is multiplied with. */
  factor(item: Item): number;
  /** How many products have no known cost, so that nothing is held against them. */
  readonly unknown: number;
}

/** The steps a factor can take: so few that no sum can be told from what is written, and none outweighs what shoppers do. */
const STEPS = [0.7, 0.85, 1, 1.2, 1.4] as const;
/** Of its category's median, up to how much a product's price or margin must be for each step but the last. */
const LIMITS = [0.4, 0.75, 1.33, 2.5] as const;
/** A category with fewer known sums than this is measured by the whole catalogue. */
const LEAST_KNOWN = 5;

/**
 * What costs decide. Profit never gets further than here: products are left out, put in another order, or weighed in one of a few steps.
 *
 * The factor is 0.7, 0.85, 1, 1.2 or 1.4: with r = price (revenue) or price − cost − handling (margin) over the median of the product's last category (of
 * the catalogue where the category has few), it is the step of the first limit among 0.4, 0.75, 1.33 and 2.5 that r does not exceed, else the last. With
 * the objective conversion, and where the sum is not known, it is 1. That is about r^0.35, held between the outer steps: a dearer product must be nearly as
 * likely to be taken. Five steps about an unknown median tell nobody what a product costs.
 */
export function createProfit(items: readonly Item[], options: ProfitOptions): Profit {
  const medians = options.objective === "conversion" ? undefined : findMedians(items, (item) => worth(item, options));
  return {
    pays(item) {
      const margin = marginOf(item, options.handling);
      return margin === undefined || margin >= leastOf(item, options.minMargin);
    },
    earnsMore(from, to) {
      const [old, fresh] = [marginOf(from, 0), marginOf(to, 0)];
      return old === undefined || fresh === undefined || fresh > old;
    },
    factor(item) {
      const [sum, median] = [worth(item, options), medians?.(item)];
      if (sum === undefined || !median || median <= 0) return 1;
      const step = LIMITS.findIndex((limit) => sum / median <= limit);
      return STEPS[step < 0 ? LIMITS.length : step] ?? 1;
    },
    unknown: items.filter(({ card, cost }) => !card.kind && cost === undefined).length,
  };
}

function marginOf({ card: { price }, cost }: Item, handling: number): number | undefined {
  return price === undefined || cost === undefined ? undefined : price - cost - handling;
}

const leastOf = ({ card }: Item, least: LeastMargin): number => ("sum" in least ? least.sum : least.share * (card.price ?? 0));

const worth = (item: Item, { objective, handling }: ProfitOptions): number | undefined =>
  objective === "margin" ? marginOf(item, handling) : item.card.price;

/** The median of a product's category, or of all where the category has few. */
function findMedians(items: readonly Item[], worthOf: (item: Item) => number | undefined): (item: Item) => number | undefined {
  const sums = new Map<string | undefined, number[]>();
  const all: number[] = [];
  for (const item of items) {
    const sum = worthOf(item);
    if (sum === undefined || item.card.kind) continue;
    all.push(sum);
    putInto(sums, item.card.categories?.at(-1), sum);
  }
  const overall = median(all);
  const medians = new Map([...sums].map(([category, list]) => [category, list.length < LEAST_KNOWN ? overall : median(list)]));
  return (item) => medians.get(item.card.categories?.at(-1)) ?? overall;
}

function median(sums: readonly number[]): number | undefined {
  return sums.toSorted((a, b) => a - b)[sums.length >> 1];
}
