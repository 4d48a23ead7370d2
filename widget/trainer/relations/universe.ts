import type { ProductId } from "../../types/product.ts";
import type { History } from "../mining/history.ts";
import type { Catalogue, Item } from "../catalogue/readCatalogue.ts";

/** All products the model speaks of. The first ones stand in the order of the history, so that both number them alike. */
export interface Universe {
  readonly items: readonly Item[];
  readonly place: ReadonlyMap<ProductId, number>;
  /** Whether anything but ids is known of products. */
  readonly isDescribed: boolean;
  /** Share of the orders that hold the product, newer ones counting more. */
  readonly popularity: readonly number[];
  /** Orders that hold it, by the order history, else as the catalogue says. */
  orders(id: ProductId): number;
}

/** Without a catalogue a product is known by its bare id. Products never ordered come last, by the catalogue's own count, then by id. */
export function createUniverse({ ids, orders, counts, masses, mass }: History, catalogue?: Catalogue): Universe {
  const byId = new Map(catalogue?.items.map((item) => [item.id, item]));
  const ordered = ids.map((id) => byId.get(id) ?? bareItem(id));
  const known = new Set(ids);
  const others = (catalogue?.items ?? []).filter(({ id }) => !known.has(id)).sort((a, b) => b.orders - a.orders || (a.id < b.id ? -1 : 1));
  const items = [...ordered, ...others];
  const place = new Map(items.map(({ id }, at) => [id, at]));
  const named = items.reduce((sum, item) => sum + item.orders, 0) || 1;
  return {
    items,
    place,
    isDescribed: catalogue !== undefined,
    popularity: items.map((item, at) => (orders ? (masses[at] ?? 0) / mass : item.orders / named)),
    orders: (id) => {
      const at = place.get(id) ?? -1;
      return orders ? (counts[at] ?? 0) : (items[at]?.orders ?? 0);
    },
  };
}

function bareItem(id: ProductId): Item {
  return { id, card: { title: id }, local: new Map(), accessories: [], upgrades: [], never: [], orders: 0 };
}
