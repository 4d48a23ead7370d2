import type { Texts } from "../../../types/texts.ts";
import { languageOf } from "./languageOf.ts";
import { LATER } from "./later.ts";
import { loadLaterFile } from "./laterFiles.ts";
import { loadTexts } from "./loadTexts.ts";
import { unpack } from "./unpack.ts";

/** Every text in the language of a locale, with the merchant's `own` in their place. */
export async function loadAllTexts(locale: string, own: Partial<Texts>): Promise<Texts> {
  const [{ default: packed }, texts] = await Promise.all([loadLaterFile(languageOf(locale)), loadTexts(locale, own)]);
  return { ...unpack(packed, LATER), ...texts };
}
