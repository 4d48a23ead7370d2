import type { Texts } from "../../../types/texts.ts";

/** Every language by its code, loaded when it is spoken. */
const languages: ReadonlyMap<string, () => Promise<Texts>> = new Map([["en", () => import("./en.ts").then(({ en }) => en)]]);

/** The texts in the language of a BCP 47 locale, in English where we do not speak it, with the merchant's own in their place. */
export async function loadTexts(locale: string, own: Partial<Texts>): Promise<Texts> {
  const [language = ""] = locale.toLowerCase().split("-");
  const load = languages.get(language) ?? languages.get("en")!;
  return { ...(await load()), ...own };
}
