import { putInto } from "../lib/putInto.ts";
import type { Item } from "../catalogue/readCatalogue.ts";
import { tokensOf } from "../lib/tokens.ts";

/** Words that say "made for" before a name, in the languages shops here are written in. */
const FOR = new Set([
  "for",
  "für",
  "fuer",
  "pour",
  "para",
  "per",
  "voor",
  "dla",
  "do",
  "для",
  "до",
  "pro",
  "na",
  "için",
  "till",
  "til",
  "compatible",
  "fits",
]);
/** Words that make another model of a name when they follow it. */
const OTHER_MODEL = /^(?:\d.*|plus|pro|max|mini|ultra|lite|air|se|xl|xs|neo|fe|ii|iii|iv|edge|note)$/;
/** A name stands for a product when it has so many words, or fewer with a number among them. */
const LEAST_WORDS = 2;
/** Longer names are no names of models. */
const MOST_WORDS = 8;
/** So many products must be named alike but for the model, for a name without "for" to be that of an accessory. */
const LEAST_MODELS = 3;
/** A name of more products than this is no model. */
const MOST_HOLDERS = 12;

interface Mention {
  readonly j: number;
  readonly holders: readonly number[];
  /** What it is, by the words before the model: "leather case". */
  readonly kind: string;
  readonly isFor: boolean;
}

/**
 * Accessories told by names alone: "Leather case for Aster 9" goes with "Aster 9". The longest known name
 * within another counts, where words stand before it ("Aster 9 black" is no accessory), and only where the word before it says so or the
 * same ("leather case") is made for several models. For each product, by place: the places of what is made for it, every kind once first.
 */
export function findNamedAfter(items: readonly Item[]): ReadonlyMap<number, readonly number[]> {
  const words = items.map(({ card }) => tokensOf(card.title));
  const holders = new Map<string, number[]>();
  for (const [at, tokens] of words.entries()) {
    for (const name of new Set([tokens, withoutMaker(tokens, items[at])].map((part) => (isName(part) ? part.join(" ") : "")))) {
      if (name) putInto(holders, name, at);
    }
  }
  const found = words.flatMap((tokens, j) => mentionIn(tokens, j, holders) ?? []);
  const models = new Map<string, Set<number>>();
  for (const { kind, holders: places } of found) models.set(kind, (models.get(kind) ?? new Set()).add(places[0] ?? -1));
  const mentions = found.filter(({ kind, isFor }) => isFor || (models.get(kind)?.size ?? 0) >= LEAST_MODELS);
  const accessories = new Set(mentions.map(({ j }) => j));
  const made = new Map<number, Mention[]>();
  for (const mention of mentions) for (const i of mention.holders) if (!accessories.has(i)) putInto(made, i, mention);
  return new Map([...made].map(([i, all]) => [i, oneOfEachFirst(all).map(({ j }) => j)]));
}

const isName = (tokens: readonly string[]): boolean => tokens.length >= LEAST_WORDS && tokens.some((token) => /\p{L}/u.test(token));

/** "Acme Aster 9" is called "Aster 9" by others. */
function withoutMaker(tokens: readonly string[], item: Item | undefined): readonly string[] {
  const maker = tokensOf(item?.card.brand ?? "");
  return maker.length && maker.every((word, at) => tokens[at] === word) ? tokens.slice(maker.length) : tokens;
}

/** The longest name of other products within a name, behind what the product is. */
function mentionIn(tokens: readonly string[], j: number, holders: ReadonlyMap<string, readonly number[]>): Mention | undefined {
  for (let length = Math.min(tokens.length - 1, MOST_WORDS); length >= LEAST_WORDS; length--) {
    for (let from = tokens.length - length; from > 0; from--) {
      const places = holders.get(tokens.slice(from, from + length).join(" "));
      if (!places || places.includes(j) || places.length > MOST_HOLDERS || OTHER_MODEL.test(tokens[from + length] ?? "")) continue;
      const kind = tokens.slice(0, from).filter((token) => !FOR.has(token));
      if (kind.length) return { j, holders: places, kind: kind.join(" "), isFor: FOR.has(tokens[from - 1] ?? "") };
    }
  }
  return undefined;
}

/** The first of every kind, then the second of every kind, and so on. */
function oneOfEachFirst(mentions: readonly Mention[]): readonly Mention[] {
  const turns = new Map<string, number>();
  const numbered = mentions.map((mention) => {
    const turn = turns.get(mention.kind) ?? 0;
    turns.set(mention.kind, turn + 1);
    return { mention, turn };
  });
  return numbered.sort((a, b) => a.turn - b.turn).map(({ mention }) => mention);
}
