import type { Difference } from "../types/offer.ts";
import type { Card, InsteadRow } from "../types/model.ts";
import type { Demands, ProductId } from "../types/product.ts";
import { findDifferences } from "./differences.ts";
import { type Band, rankAlternative } from "./rank.ts";
import type { Item } from "./readCatalogue.ts";
import { variantRows } from "./variantRows.ts";

/** Rows written in all for one product, and of them with something better. */
const MOST = 12;
const MOST_BETTER = 6;
/** The differences of so many, best-ranked, are looked at. */
const CLOSEST = 120;
const BEST_SCORE = 127;

type Row = Omit<InsteadRow, "score">;

/** A product that can take part: goods with a price and a type. */
interface Priced {
  readonly item: Item;
  readonly price: number;
  readonly orders: number;
}

/**
 * Premium alternatives of every product: what the merchant names as upgrades, dearer variants, then dearer goods of the same type
 * with something better, then others that merely cost more (ranked, never shown). Type: last category and the attribute `type`.
 */
export function findAlternatives(
  items: readonly Item[],
  band: Band,
  orders: (id: ProductId) => number,
): ReadonlyMap<ProductId, readonly InsteadRow[]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const groups = new Map<string, Priced[]>();
  for (const item of items) {
    const group = typeOf(item);
    if (group === undefined || !item.card.price || item.card.kind) continue;
    const members = groups.get(group) ?? [];
    groups.set(group, members);
    members.push({ item, price: item.card.price, orders: orders(item.id) });
  }
  for (const members of groups.values()) members.sort((a, b) => a.price - b.price || (a.item.id < b.item.id ? -1 : 1));
  const found = items.map((item) => {
    const named = item.upgrades.map((id): Row => ({
      id,
      catalogue: true,
      differences: differencesOf(item.card, byId.get(id)?.card),
    }));
    const group = groups.get(typeOf(item) ?? "");
    const mined = group && item.card.price && !item.card.kind ? mineGroup(item, group, band) : [];
    const taken = new Set(item.upgrades);
    const rows = [...named, ...variantRows(item.id, item.card, band), ...mined.filter(({ id }) => !taken.has(id))];
    return [item.id, rows.map((row, at): InsteadRow => ({ ...row, score: Math.max(1, BEST_SCORE - at) }))] as const;
  });
  return new Map(found.filter(([, rows]) => rows.length));
}

function typeOf({ card }: Item): string | undefined {
  const parts = [card.categories?.at(-1), card.attributes?.["type"]];
  return parts.some((part) => part !== undefined) ? JSON.stringify(parts) : undefined;
}

function mineGroup({ id, card }: Item, group: readonly Priced[], band: Band): readonly Row[] {
  const price = card.price ?? 0;
  const ranked = group
    .slice(firstFrom(group, price * band.from), firstFrom(group, price * band.to, 1))
    .filter(({ item }) => item.id !== id && covers(item.card.fits, card.fits) && covers(item.card.requires, card.requires))
    .map(({ item, price: dearer, orders }) => {
      const sameBrand = card.brand !== undefined && card.brand === item.card.brand;
      return { item, rank: rankAlternative({ ratio: dearer / price, orders, sameBrand }) };
    })
    .sort((a, b) => b.rank - a.rank || (a.item.id < b.item.id ? -1 : 1))
    .slice(0, CLOSEST)
    .map(({ item }) => {
      const differences = differencesOf(card, item.card);
      return { id: item.id, differences, gain: gainOf(differences) };
    });
  const better = [...ranked.filter(({ gain }) => gain > 0), ...ranked.filter(({ gain }) => gain === 0)].slice(0, MOST_BETTER);
  const rest = ranked.filter(({ gain }) => gain < 0).map(({ id: other }) => ({ id: other, differences: [] }));
  return [...better.map(({ id: other, differences }) => ({ id: other, differences })), ...rest].slice(0, MOST);
}

/** How many attributes are better than are worse; below nought also where nothing is better. */
function gainOf(differences: Row["differences"]): number {
  const better = differences.filter((one) => one.better).length;
  return better ? better - differences.filter((one) => one.better === false).length : -1;
}

/** Index of the first member that costs at least `price`; with `past`, of the first that costs more. */
function firstFrom(group: readonly Priced[], price: number, past: 0 | 1 = 0): number {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = group[middle]?.price ?? 0;
    if (at < price || (past && at === price)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether what demands `to` goes wherever what demands `from` goes. */
function covers(to: Demands = {}, from: Demands = {}): boolean {
  return Object.entries(to).every(([attribute, values]) => {
    const asked = Object.hasOwn(from, attribute) ? from[attribute] : undefined;
    return asked?.every((value) => values.includes(value)) === true;
  });
}

/** Their differences, but for what both titles say already: a model's name is no news beside the title. */
function differencesOf(from: Card, to: Card | undefined): readonly Difference[] {
  const all = findDifferences(from.attributes ?? {}, to?.attributes ?? {});
  return all.filter((one) => one.better !== undefined || !one.from || !from.title.includes(one.from) || !to?.title.includes(one.to));
}
