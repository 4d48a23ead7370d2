import type { Card } from "../../types/model.ts";
import { putInto } from "../lib/putInto.ts";
import type { Item } from "../catalogue/readCatalogue.ts";
import { modelWords, tokensOf } from "../lib/tokens.ts";

/** A product that another one is much like. */
export interface Twin {
  readonly at: number;
  /** 0 to 1. */
  readonly likeness: number;
}

/** Cosine under which two products only share a category. */
const LEAST_LIKENESS = 0.5;
const MOST_TWINS = 3;
/** Features of more products than this tell nothing, and cost most. */
const COMMON = 2000;

/**
 * For each of the places in `asked` the products among `known` that are most like it: of the same category, of the same model where names
 * tell models, by the cosine of their names' words and attributes, each weighed by how rare it is.
 */
export function findAlike(
  items: readonly Item[],
  asked: readonly number[],
  known: readonly number[],
): ReadonlyMap<number, readonly Twin[]> {
  const index = new Map<string, number[]>();
  const featuresAt = new Map<number, readonly string[]>();
  for (const at of known) {
    const features = featuresOf(items[at]);
    featuresAt.set(at, features);
    for (const feature of features) putInto(index, feature, at);
  }
  const rarity = (feature: string) => Math.log(1 + known.length / (index.get(feature)?.length ?? 1));
  const lengthOf = (features: readonly string[]) => Math.sqrt(features.reduce((sum, feature) => sum + rarity(feature) ** 2, 0)) || 1;
  const lengths = new Map([...featuresAt].map(([at, features]) => [at, lengthOf(features)]));
  const twins = new Map<number, readonly Twin[]>();
  for (const at of asked) {
    const features = featuresOf(items[at]);
    const dots = new Map<number, number>();
    for (const feature of features) {
      const places = index.get(feature) ?? [];
      if (places.length > COMMON) continue;
      for (const other of places) dots.set(other, (dots.get(other) ?? 0) + rarity(feature) ** 2);
    }
    const own = lengthOf(features);
    const found = [...dots]
      .map(([other, dot]): Twin => ({ at: other, likeness: dot / (own * (lengths.get(other) ?? 1)) }))
      .filter((twin) => twin.at !== at && twin.likeness >= LEAST_LIKENESS && isSameKind(items[at], items[twin.at]))
      .sort((a, b) => b.likeness - a.likeness || a.at - b.at)
      .slice(0, MOST_TWINS);
    if (found.length) twins.set(at, found);
  }
  return twins;
}

function featuresOf(item: Item | undefined): readonly string[] {
  const { title = "", attributes = {}, brand } = item?.card ?? ({} as Partial<Card>);
  const stated = Object.entries(attributes).map(([name, value]) => `${name}=${value}`);
  return [...new Set([...tokensOf(title), ...stated, ...(brand === undefined ? [] : [`by=${brand}`])])];
}

function isSameKind(a: Item | undefined, b: Item | undefined): boolean {
  if (!a || !b || a.card.categories?.at(-1) !== b.card.categories?.at(-1) || a.card.kind !== b.card.kind) return false;
  return modelWords(tokensOf(a.card.title)) === modelWords(tokensOf(b.card.title));
}
