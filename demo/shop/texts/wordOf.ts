import type { Language } from "./languages.ts";

/** A word of the catalogue in the shop's language; as it stands there where the language has none for it. */
export function wordOf({ words }: Language, word: string): string {
  return Object.hasOwn(words, word) ? (words[word] ?? word) : word;
}

/** The same with a capital letter at the start, as names of attributes have on labels. */
export function labelOf(language: Language, name: string): string {
  const word = wordOf(language, name);
  return `${word[0]?.toUpperCase() ?? ""}${word.slice(1)}`;
}
