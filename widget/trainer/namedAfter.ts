import { putInto } from "./putInto.ts";
import type { Item } from "./readCatalogue.ts";
import { tokensOf } from "./tokens.ts";

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
  /** What the name says besides, without words for "for". */
  readonly rest: string;
  readonly isFor: boolean;
}

/**
 * Accessories told by names alone: "Leather case for Aster 9" goes with "Aster 9". The longest known name within another counts, and only
 * where the word before it says so, or the rest of the name ("leather case") stands with several models. For each product, by place: the
 * places of what is named after it, in the order of `items`.
 */
export function findNamedAfter(items: readonly Item[]): ReadonlyMap<number, readonly number[]> {
  const words = items.map(({ card }) => tokensOf(card.title));
  const holders = new Map<string, number[]>();
  for (const [at, tokens] of words.entries()) {
    for (const name of new Set([tokens, withoutMaker(tokens, items[at])].map((part) => (isName(part) ? part.join(" ") : "")))) {
      if (name) putInto(holders, name, at);
    }
  }
  const mentions = words.flatMap((tokens, j) => mentionIn(tokens, j, holders) ?? []);
  const models = new Map<string, Set<number>>();
  for (const { rest, holders: places } of mentions) models.set(rest, (models.get(rest) ?? new Set()).add(places[0] ?? -1));
  const named = new Map<number, number[]>();
  for (const { j, holders: places, rest, isFor } of mentions) {
    if (!isFor && (models.get(rest)?.size ?? 0) < LEAST_MODELS) continue;
    for (const i of places) putInto(named, i, j);
  }
  return named;
}

const isName = (tokens: readonly string[]): boolean => tokens.length >= LEAST_WORDS && tokens.some((token) => /\p{L}/u.test(token));

/** "Acme Aster 9" is called "Aster 9" by others. */
function withoutMaker(tokens: readonly string[], item: Item | undefined): readonly string[] {
  const maker = tokensOf(item?.card.brand ?? "");
  return maker.length && maker.every((word, at) => tokens[at] === word) ? tokens.slice(maker.length) : tokens;
}

/** The longest name of other products within a name. */
function mentionIn(tokens: readonly string[], j: number, holders: ReadonlyMap<string, readonly number[]>): Mention | undefined {
  for (let length = Math.min(tokens.length - 1, MOST_WORDS); length >= LEAST_WORDS; length--) {
    for (let from = tokens.length - length; from >= 0; from--) {
      const places = holders.get(tokens.slice(from, from + length).join(" "));
      if (!places || places.includes(j) || places.length > MOST_HOLDERS || OTHER_MODEL.test(tokens[from + length] ?? "")) continue;
      const isFor = FOR.has(tokens[from - 1] ?? "");
      const rest = [...tokens.slice(0, from), "…", ...tokens.slice(from + length)].filter((token) => !FOR.has(token));
      return { j, holders: places, rest: rest.join(" "), isFor };
    }
  }
  return undefined;
}
