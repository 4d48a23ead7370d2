import type { Item } from "../catalogue/readCatalogue.ts";

/** Products are of one kind when their attributes' names agree at least so much (those both have over those either has), or one has no others than the other. */
const LEAST_SHARED = 0.4;

/** A number for each product: those whose attributes have about the same names share it; without attributes it is -1. The most common set of names leads. */
export function attributeKinds(items: readonly Item[]): ReadonlyMap<Item, number> {
  const sets = new Map<string, { readonly names: readonly string[]; count: number }>();
  const keys = items.map(({ card }) => {
    const names = Object.keys(card.attributes ?? {}).sort();
    const key = JSON.stringify(names);
    const set = sets.get(key) ?? { names, count: 0 };
    sets.set(key, set);
    set.count++;
    return key;
  });
  const leaders: (readonly string[])[] = [];
  const places = new Map<string, number>();
  const ordered = [...sets].sort(([a, { count: n }], [b, { count: m }]) => m - n || (a < b ? -1 : 1));
  for (const [key, { names }] of ordered) {
    const place = names.length ? leaders.findIndex((leader) => agreement(leader, names) >= LEAST_SHARED) : -1;
    places.set(key, names.length && place < 0 ? leaders.push(names) - 1 : place);
  }
  return new Map(items.map((item, at) => [item, places.get(keys[at] ?? "") ?? -1]));
}

function agreement(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((name) => b.includes(name)).length;
  return both === Math.min(a.length, b.length) ? 1 : both / (a.length + b.length - both);
}
