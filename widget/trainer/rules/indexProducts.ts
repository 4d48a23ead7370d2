import type { RuleFrom } from "../../types/config.ts";
import type { Card } from "../../types/model.ts";
import type { Attributes, ProductId } from "../../types/product.ts";
import { putInto } from "../lib/putInto.ts";

/** A product as far as a rule may ask of it. */
export interface Ruled {
  readonly id: ProductId;
  readonly card: Card;
}

/** Finds products by what rules name. */
export interface ProductIndex {
  /** The product of an id, SKU or variant id. */
  find(id: string): ProductId | undefined;
  /** The options of the variant of this id, where it is one. */
  optionsOf(id: string): Attributes | undefined;
  /** The products among which those are at which a rule starts. */
  near(from: RuleFrom): readonly Ruled[];
}

/** Each list is made once, when a rule first asks for it. */
export function indexProducts(items: readonly Ruled[], aliases: ReadonlyMap<string, ProductId>): ProductIndex {
  const byId = new Map(items.map((item) => [item.id, item]));
  const lists = {
    category: once(() => group(items, ({ categories = [] }) => categories)),
    tag: once(() => group(items, ({ tags = [] }) => tags)),
  };
  const find = (id: string) => (byId.has(id) ? id : aliases.get(id));
  return {
    find,
    optionsOf: (id) => (byId.has(id) ? undefined : byId.get(find(id) ?? "")?.card.variants?.find((variant) => variant.id === id)?.options),
    near({ product, category, tag }) {
      if (product !== undefined) return [byId.get(find(product) ?? "") ?? []].flat();
      if (category !== undefined) return lists.category().get(category) ?? [];
      return tag === undefined ? items : (lists.tag().get(tag) ?? []);
    },
  };
}

function group(items: readonly Ruled[], namesOf: (card: Card) => readonly string[]): ReadonlyMap<string, readonly Ruled[]> {
  const groups = new Map<string, Ruled[]>();
  for (const item of items) {
    for (const name of new Set(namesOf(item.card))) putInto(groups, name, item);
  }
  return groups;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
