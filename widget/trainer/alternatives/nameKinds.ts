import type { Item } from "../catalogue/readCatalogue.ts";
import { isHeadFirst, nameWords } from "./nameWords.ts";

/** A kind has so many products at least, of so many makers where makers are known: a series of one maker is no kind. */
const LEAST_PRODUCTS = 3;
const LEAST_MAKERS = 2;
/** Words of a kind's name. */
const MOST_WORDS = 4;
/** From this share of products with a kind on, names show what things are. */
const LEAST_NAMED = 0.5;
/** One kind that nearly all have is the category itself. */
const ALL_BUT = 0.9;

interface Count {
  products: number;
  readonly makers: Set<string>;
}

/**
 * What kind of thing each of these products is, as far as their names say: the longest phrase at the end of a name (in languages that say it first, at its start)
 * that several products of several makers share. `undefined` where the names show one kind, or none, so that nothing tells the products apart.
 */
export function nameKinds(items: readonly Item[]): ReadonlyMap<Item, string> | undefined {
  const fromStart = isHeadFirst(items.map(({ card }) => card.title));
  const phrases = items.map((item) => phrasesOf(nameWords(item.card.title, makerOf(item)), fromStart));
  const counts = countPhrases(items, phrases);
  const makersKnown = items.filter((item) => makerOf(item)).length > items.length / 2;
  const isKind = (phrase: string) => {
    const { products = 0, makers = new Set() } = counts.get(phrase) ?? {};
    return products >= LEAST_PRODUCTS && (!makersKnown || makers.size >= LEAST_MAKERS);
  };
  const kinds = phrases.map((list) => list.find(isKind));
  const named = new Map<string, number>();
  for (const kind of kinds) if (kind !== undefined) named.set(kind, (named.get(kind) ?? 0) + 1);
  const most = Math.max(0, ...named.values());
  const total = [...named.values()].reduce((sum, count) => sum + count, 0);
  if (named.size < 2 || total < items.length * LEAST_NAMED || most > items.length * ALL_BUT) return undefined;
  // What is of no kind is at best like what is called the same.
  return new Map(items.map((item, at) => [item, kinds[at] ?? `? ${phrases[at]?.[0] ?? item.id}`]));
}

export const makerOf = ({ maker, card }: Item): string => maker ?? card.brand ?? "";

/** The phrases that may name the kind, the longest first. */
function phrasesOf(words: readonly string[], fromStart: boolean): readonly string[] {
  const most = Math.min(words.length, MOST_WORDS);
  return Array.from({ length: most }, (_, at) => (fromStart ? words.slice(0, most - at) : words.slice(words.length - most + at)).join(" "));
}

function countPhrases(items: readonly Item[], phrases: readonly (readonly string[])[]): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const [at, item] of items.entries()) {
    for (const phrase of phrases[at] ?? []) {
      const count = counts.get(phrase) ?? { products: 0, makers: new Set<string>() };
      counts.set(phrase, count);
      count.products++;
      if (count.makers.size < LEAST_MAKERS) count.makers.add(makerOf(item));
    }
  }
  return counts;
}
