import { attributeKinds } from "./attributeKinds.ts";
import { groupRows } from "../lib/groupRows.ts";
import { nameKinds } from "./nameKinds.ts";
import type { Item } from "../catalogue/readCatalogue.ts";

/**
 * The type of every product that has one, so that only like is offered instead of like: its last category and its attribute `type`, and where these are
 * coarse also what its attributes and its name say it is. Products of no category have a type only where names tell.
 */
export function findTypes(items: readonly Item[]): ReadonlyMap<Item, string> {
  const types = new Map<Item, string>();
  for (const [named, group] of groupRows(items, namedType)) {
    const byAttributes = attributeKinds(group);
    for (const [place, alike] of groupRows(group, (item) => String(byAttributes.get(item)))) {
      const kinds = nameKinds(alike);
      for (const item of alike) {
        const kind = kinds?.get(item);
        if (named !== NOTHING || kind !== undefined) types.set(item, JSON.stringify([named, place, kind]));
      }
    }
  }
  return types;
}

const namedType = ({ card }: Item): string => JSON.stringify([card.categories?.at(-1), card.attributes?.["type"]]);
const NOTHING = JSON.stringify([undefined, undefined]);
