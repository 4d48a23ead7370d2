import { ar } from "./ar.ts";
import { arWords } from "./arWords.ts";
import { de } from "./de.ts";
import { deWords } from "./deWords.ts";
import { en } from "./en.ts";
import type { ShopTexts } from "./shopTexts.ts";

/** One of the shop's languages. */
export interface Language {
  /** BCP 47 */
  readonly lang: string;
  /** What it calls itself. */
  readonly name: string;
  readonly dir: "ltr" | "rtl";
  /** BCP 47, for money and numbers; absent: as the store's front says. */
  readonly locale?: string;
  readonly texts: ShopTexts;
  /** Words of the catalogue and the front, as they stand there, in this language. */
  readonly words: Readonly<Record<string, string>>;
}

const english: Language = { lang: "en", name: "English", dir: "ltr", texts: en, words: {} };

export const LANGUAGES: readonly Language[] = [
  english,
  { lang: "de", name: "Deutsch", dir: "ltr", locale: "de-DE", texts: de, words: deWords },
  { lang: "ar", name: "العربية", dir: "rtl", locale: "ar", texts: ar, words: arWords },
];

/** English where the shop does not speak what is asked for. */
export function languageOf(lang: string | null | undefined): Language {
  return LANGUAGES.find((one) => one.lang === lang) ?? english;
}
