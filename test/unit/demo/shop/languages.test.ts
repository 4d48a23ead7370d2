import { describe, expect, it } from "vitest";
import { en } from "../../../../demo/shop/texts/en.ts";
import { LANGUAGES, languageOf } from "../../../../demo/shop/texts/languages.ts";
import type { TextName } from "../../../../demo/shop/texts/shopTexts.ts";
import { labelOf, wordOf } from "../../../../demo/shop/texts/wordOf.ts";
import { front } from "../../../../demo/stores/electronics/front.ts";
import { products } from "../../../../demo/stores/electronics/products.ts";

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
const names = Object.keys(en) as TextName[];

describe.each(LANGUAGES.filter(({ lang }) => lang !== "en"))("the shop in $name", (language) => {
  it("says everything, with the same values in it", () => {
    expect(Object.keys(language.texts)).toEqual(names);
    expect(names.filter((name) => !language.texts[name])).toEqual([]);
    expect(names.filter((name) => String(placeholders(language.texts[name])) !== String(placeholders(en[name])))).toEqual([]);
  });

  it("has a word for every category and attribute of the store, and for its front", () => {
    const words = new Set([
      ...products.flatMap(({ categories, attributes }) => [...categories, ...Object.keys(attributes).filter((name) => name !== "type")]),
      ...products.flatMap(({ variants }) => variants.flatMap(({ options }) => [...Object.keys(options), options.colour ?? "Black"])),
      front.tagline,
      front.hero?.title ?? "",
      front.hero?.text ?? "",
    ]);
    expect([...words].filter((word) => !Object.hasOwn(language.words, word))).toEqual([]);
  });
});

it("a language nobody offers is English, and a word nobody knows stays as it is", () => {
  expect(languageOf("xx").lang).toBe("en");
  expect(languageOf(null).lang).toBe("en");
  expect(wordOf(languageOf("de"), "constructor")).toBe("constructor");
  expect(labelOf(languageOf("en"), "colour")).toBe("Colour");
});
