import { groupRows } from "../lib/groupRows.ts";
import type { Demands } from "../../types/product.ts";
import type { Item } from "../catalogue/readCatalogue.ts";

/** Products that demand the same of what they go with. */
export interface Fitting<T> {
  readonly members: readonly T[];
  /** Which of the groups go wherever this one goes, itself among them. */
  readonly covering: readonly Fitting<T>[];
}

/** Groups products of one type by what they fit and require, each with the groups that cover it: those that fit at least the same. */
export function groupByDemands<T extends { readonly item: Item }>(members: readonly T[]): ReadonlyMap<string, Fitting<T>> {
  const groups = [...groupRows(members, ({ item }) => demandsOf(item))].map(([key, list]) => ({
    key,
    list,
    item: list[0].item,
    covering: [] as Fitting<T>[],
  }));
  const fittings = new Map<string, Fitting<T>>(groups.map(({ key, list, covering }) => [key, { members: list, covering }]));
  // Whatever covers demands is without any, or holds the first value of one of them.
  const byValue = groupRows(
    groups.flatMap((group) => valuesOf(group.item).map((value) => ({ group, value }))),
    ({ value }) => value,
  );
  for (const { item, covering } of groups) {
    const near = new Set([...valuesOf(item, 1), NO_DEMANDS].flatMap((value) => (byValue.get(value) ?? []).map(({ group }) => group)));
    for (const other of near) {
      const fitting = fittings.get(other.key);
      if (fitting && covers(other.item.card.fits, item.card.fits) && covers(other.item.card.requires, item.card.requires))
        covering.push(fitting);
    }
  }
  return fittings;
}

/** Two products with the same of these are in one group. */
function demandsOf({ card: { fits, requires } }: Item): string {
  return JSON.stringify([inOrder(fits), inOrder(requires)]);
}

const inOrder = (demands: Demands = {}): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(demands)
    .map(([name, values]) => [name, values.toSorted()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const NO_DEMANDS = "";

/** Every attribute and value a product demands, or as many of each attribute. */
function valuesOf({ card: { fits, requires } }: Item, most?: number): readonly string[] {
  const all = [...inOrder(fits), ...inOrder(requires)].flatMap(([name, values]) =>
    values.slice(0, most).map((value) => JSON.stringify([name, value])),
  );
  return all.length ? all : [NO_DEMANDS];
}

/** Whether what demands `to` goes wherever what demands `from` goes. */
function covers(to: Demands = {}, from: Demands = {}): boolean {
  return Object.entries(to).every(([attribute, values]) => {
    const asked = Object.hasOwn(from, attribute) ? from[attribute] : undefined;
    return asked?.every((value) => values.includes(value)) === true;
  });
}
