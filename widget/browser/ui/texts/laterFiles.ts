/** Every language's later texts, packed. A build for shops' pages puts names of files in the place of these: see `packTexts`. */
const files: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  ar: () => import("./ar.ts?later"),
  cs: () => import("./cs.ts?later"),
  de: () => import("./de.ts?later"),
  en: () => import("./en.ts?later"),
  es: () => import("./es.ts?later"),
  fr: () => import("./fr.ts?later"),
  pl: () => import("./pl.ts?later"),
  ru: () => import("./ru.ts?later"),
  tr: () => import("./tr.ts?later"),
  uk: () => import("./uk.ts?later"),
};

export const loadLaterFile = (language: string): Promise<{ readonly default: string }> => files[language]!();
