import type { AnyTexts } from "./texts/reportTexts.ts";
import { en } from "./texts/en.ts";
import { pl } from "./texts/pl.ts";
import { ru } from "./texts/ru.ts";

/** The languages the report is written in. Another one is one more file and one more line. */
export const TEXTS = { en, ru, pl } as const satisfies Readonly<Record<string, AnyTexts>>;

export type LanguageCode = keyof typeof TEXTS;

export const LANGUAGES = Object.keys(TEXTS) as readonly LanguageCode[];

/** The first of the wishes (BCP 47 tags) that is a language of ours, else English. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): LanguageCode {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0];
    const known = LANGUAGES.find((code) => code === language);
    if (known) return known;
  }
  return "en";
}
