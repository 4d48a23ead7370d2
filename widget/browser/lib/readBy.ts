import { type Read, readingWords } from "./readingWords.ts";
import type { ShapeWords } from "./shape.ts";

/** What a table makes of whatever was given, and whether something of it was wrong. Never throws. */
export function readBy(table: (words: ShapeWords<Read>) => Read, raw: unknown): { readonly value: unknown; readonly isFaulty: boolean } {
  let isFaulty = false;
  const read = table(readingWords(() => (isFaulty = true)));
  try {
    return { value: read(raw), isFaulty };
  } catch {
    // An object with throwing getters of its own; a parsed file has none.
    return { value: read(null), isFaulty: true };
  }
}
