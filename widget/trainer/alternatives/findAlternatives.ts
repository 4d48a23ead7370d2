import type { Difference } from "../../types/offer.ts";
import type { Card, InsteadRow } from "../../types/model.ts";
import type { Attributes, ProductId } from "../../types/product.ts";
import { type Fitting, groupByDemands } from "./groupByDemands.ts";
import { groupRows } from "../lib/groupRows.ts";
import { type Differences, createDifferences } from "./differences.ts";
import { type Better, createDirections } from "./directions.ts";
import { findTypes } from "./findTypes.ts";
import { makerOf } from "./nameKinds.ts";
import { type PriceIndex, type Priced, createPriceIndex } from "./priceIndex.ts";
import { type Band, rankAlternative } from "./rank.ts";
import type { Item } from "../catalogue/readCatalogue.ts";
import { variantRows } from "./variantRows.ts";

/** Rows written in all for one product, and of them with something better. */
const MOST = 12;
const MOST_BETTER = 6;
/** The differences of so many, best-ranked, are looked at. */
const CLOSEST = 120;
const BEST_SCORE = 127;

type Row = Omit<InsteadRow, "score">;

export interface AlternativeOptions {
  readonly band: Band;
  /** Orders that hold a product. */
  orders(id: ProductId): number;
  /** What the merchant says of attributes. */
  readonly better?: Better;
  /** Whether the shop earns more with `to` than with `from`; absent: profit does not matter. */
  earnsMore?(from: Item, to: Item): boolean;
}

interface Mining extends AlternativeOptions {
  readonly differences: Differences;
  readonly byId: ReadonlyMap<ProductId, Item>;
}

/** Products of one type with the same demands, and where to look for their alternatives. */
interface Place {
  readonly indexes: readonly PriceIndex[];
}

/**
 * Premium alternatives of every product: what the merchant names as upgrades, dearer variants, then dearer goods of the same type
 * with something better, then others that merely cost more (ranked, never shown). The time it takes grows with the number of products, not with its square.
 */
export function findAlternatives(items: readonly Item[], options: AlternativeOptions): ReadonlyMap<ProductId, readonly InsteadRow[]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const mining = { ...options, byId, differences: createDifferences(createDirections(options.better)) };
  const places = findPlaces(items, options.orders);
  const found = items.map((item) => {
    const named = item.upgrades.map((id): Row => ({
      id,
      catalogue: true,
      differences: differencesOf(mining, item.card, byId.get(id)?.card),
    }));
    const taken = new Set(item.upgrades);
    const mined = mine(item, places.get(item)?.indexes ?? [], mining).filter(({ id }) => !taken.has(id));
    const rows = [...named, ...variantRows(item.id, item.card, mining), ...mined];
    return [item.id, rows.map((row, at): InsteadRow => ({ ...row, score: Math.max(1, BEST_SCORE - at) }))] as const;
  });
  return new Map(found.filter(([, rows]) => rows.length));
}

function findPlaces(items: readonly Item[], orders: AlternativeOptions["orders"]): ReadonlyMap<Item, Place> {
  const types = findTypes(items);
  const priced = items.flatMap((item): Priced[] => {
    const { price, kind } = item.card;
    return price && !kind && types.has(item) ? [{ item, price, orders: orders(item.id), maker: makerOf(item) }] : [];
  });
  const places = new Map<Item, Place>();
  for (const members of groupRows(priced, ({ item }) => types.get(item) ?? "").values()) {
    const indexes = new Map<Fitting<Priced>, PriceIndex>();
    const indexOf = (fitting: Fitting<Priced>): PriceIndex => {
      const index = indexes.get(fitting) ?? createPriceIndex(fitting.members);
      indexes.set(fitting, index);
      return index;
    };
    for (const fitting of groupByDemands(members).values()) {
      const place = { indexes: fitting.covering.map(indexOf) };
      for (const { item } of fitting.members) places.set(item, place);
    }
  }
  return places;
}

function mine(from: Item, indexes: readonly PriceIndex[], mining: Mining): readonly Row[] {
  const { band, earnsMore } = mining;
  const [price, maker] = [from.card.price ?? 0, makerOf(from)];
  const ranked: Ranked[] = [];
  for (const index of indexes) {
    for (const one of index.within(price, band, maker)) {
      if (one.item === from || earnsMore?.(from, one.item) === false) continue;
      const sameMaker = maker !== "" && one.maker === maker;
      ranked.push({ item: one.item, rank: rankAlternative({ ratio: one.price / price, orders: one.orders, sameMaker }) });
    }
  }
  ranked.sort((a, b) => b.rank - a.rank || (a.item.id < b.item.id ? -1 : 1));
  return pick(from.card, ranked.slice(0, CLOSEST), mining);
}

interface Ranked {
  readonly item: Item;
  readonly rank: number;
}

/** Those with more better than worse first, then those with as much, then some that merely cost more. */
function pick(from: Card, ranked: readonly Ranked[], mining: Mining): readonly Row[] {
  const [better, even, rest]: [Item[], Item[], Item[]] = [[], [], []];
  for (const { item } of ranked) {
    if (better.length === MOST_BETTER && rest.length === MOST - MOST_BETTER) break;
    const gain = mining.differences.gain(from.attributes ?? NONE, item.card.attributes ?? NONE);
    (gain > 0 ? better : gain < 0 ? rest : even).push(item);
  }
  const shown = [...better, ...even]
    .slice(0, MOST_BETTER)
    .map(({ id, card }): Row => ({ id, differences: differencesOf(mining, from, card) }));
  return [...shown, ...rest.map(({ id }): Row => ({ id, differences: [] }))].slice(0, MOST);
}

const NONE: Attributes = {};

/** Their differences, but for what both titles say already: a model's name is no news beside the title. */
function differencesOf({ differences }: Mining, from: Card, to: Card | undefined): readonly Difference[] {
  const all = differences.find(from.attributes ?? {}, to?.attributes ?? {});
  return all.filter((one) => one.better !== undefined || !one.from || !from.title.includes(one.from) || !to?.title.includes(one.to));
}
