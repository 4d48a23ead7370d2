/** Every language's first texts, packed. A build for shops' pages puts names of files in the place of these: see `packTexts`. */
const files: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  ar: () => import("./ar.ts?first"),
  cs: () => import("./cs.ts?first"),
  de: () => import("./de.ts?first"),
  en: () => import("./en.ts?first"),
  es: () => import("./es.ts?first"),
  fr: () => import("./fr.ts?first"),
  pl: () => import("./pl.ts?first"),
  ru: () => import("./ru.ts?first"),
  tr: () => import("./tr.ts?first"),
  uk: () => import("./uk.ts?first"),
};

export const loadFirstFile = (language: string): Promise<{ readonly default: string }> => files[language]!();
