import { de } from "./directions/de.ts";
import { en } from "./directions/en.ts";
import { es } from "./directions/es.ts";
import { fr } from "./directions/fr.ts";
import { pl } from "./directions/pl.ts";
import { ru } from "./directions/ru.ts";

/** 1: more of an attribute is better; -1: less is; 0: it is not known, or the attribute merely differs. */
export type Direction = 1 | -1 | 0;

/** What the merchant says of attributes, by name; goes before the shipped table. */
export type Better = Readonly<Record<string, "more" | "less" | "none">>;

const MEANINGS = { more: 1, less: -1, none: 0 } as const;

const SHIPPED = new Map<string, Direction>(
  [en, de, fr, es, pl, ru].flatMap(({ more, less, neither }) => [
    ...more.map((name) => [name, 1] as const),
    ...less.map((name) => [name, -1] as const),
    ...neither.map((name) => [name, 0] as const),
  ]),
);

/**
 * Which way each attribute is better. A name of the table is looked for as whole words within an attribute's name; the longest one found counts ("power
 * consumption" before "power"). What the merchant says counts first, however short.
 */
export function createDirections(better: Better = {}): (attribute: string) => Direction {
  const own = new Map<string, Direction>(Object.entries(better).map(([name, way]) => [wordsOf(name).join(" "), MEANINGS[way]]));
  const known = new Map<string, Direction>();
  return (attribute) => {
    const direction = known.get(attribute) ?? find(own, attribute) ?? find(SHIPPED, attribute) ?? 0;
    known.set(attribute, direction);
    return direction;
  };
}

function find(table: ReadonlyMap<string, Direction>, attribute: string): Direction | undefined {
  const words = wordsOf(attribute);
  for (let length = words.length; length > 0; length--) {
    for (let start = words.length - length; start >= 0; start--) {
      const direction = table.get(words.slice(start, start + length).join(" "));
      if (direction !== undefined) return direction;
    }
  }
  return undefined;
}

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replaceAll("’", "'")
    .split(/[\s_/(),:]+/)
    .filter(Boolean);
