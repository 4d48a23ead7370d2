import type { Demands } from "../../types/product.ts";
import { putInto } from "../lib/putInto.ts";
import type { Item } from "../catalogue/readCatalogue.ts";

/** For each product, by place: the places of those whose `fits` column names a value it has. Both in the order of `items`. */
export function findFitted(items: readonly Item[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [at, { card }] of items.entries()) {
    const options = (card.variants ?? []).map((variant) => variant.options);
    const stated = new Set(
      [card.attributes ?? {}, ...options].flatMap((from) => Object.entries(from).map(([name, value]) => keyOf(name, value))),
    );
    for (const key of stated) putInto(holders, key, at);
  }
  const fitted = new Map<number, number[]>();
  for (const [j, { card }] of items.entries()) {
    for (const i of meetingAll(card.fits, holders)) {
      if (i !== j) putInto(fitted, i, j);
    }
  }
  return fitted;
}

/** Products that have one of the values of every attribute asked for. */
function meetingAll(fits: Demands | undefined, holders: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const [first, ...others] = Object.entries(fits ?? {}).map(
    ([name, values]) => new Set(values.flatMap((value) => holders.get(keyOf(name, value)) ?? [])),
  );
  return first ? [...first].filter((at) => others.every((set) => set.has(at))) : [];
}

const keyOf = (name: string, value: string): string => JSON.stringify([name, value]);
