import type { TextName, Texts } from "../../../types/texts.ts";

/**
 * A text with its values: `fill(texts, "addProduct", { product: "Case" })` is "Add Case to cart". A missing value leaves nothing. Numbers are
 * written as in the texts' language.
 */
export function fill(texts: Texts, name: TextName, values: Readonly<Record<string, string | number | undefined>>): string {
  return texts[name].replace(/\{(\w+)\}/g, (_, key: string) => (values[key] ?? "").toLocaleString(texts.lang));
}
