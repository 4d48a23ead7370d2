import type { Texts } from "../../../types/texts.ts";
import { loadFirstFile } from "./firstFiles.ts";
import { languageOf } from "./languageOf.ts";
import { FIRST, unpack } from "./unpack.ts";

/**
 * The texts that first offers are drawn with in the language of a locale, with the merchant's `own` in their place. All others are missing:
 * they are there before anything says them.
 */
export async function loadTexts(locale: string, own: Partial<Texts>): Promise<Texts> {
  const { default: packed } = await loadFirstFile(languageOf(locale));
  return { ...(unpack(packed, FIRST) as unknown as Texts), ...own };
}
