import { describe, expect, it } from "vitest";
import { ar } from "../../../../../widget/browser/ui/texts/ar.ts";
import { cs } from "../../../../../widget/browser/ui/texts/cs.ts";
import { de } from "../../../../../widget/browser/ui/texts/de.ts";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import { es } from "../../../../../widget/browser/ui/texts/es.ts";
import { fill } from "../../../../../widget/browser/ui/texts/fill.ts";
import { fr } from "../../../../../widget/browser/ui/texts/fr.ts";
import { LATER } from "../../../../../widget/browser/ui/texts/later.ts";
import { pl } from "../../../../../widget/browser/ui/texts/pl.ts";
import { ru } from "../../../../../widget/browser/ui/texts/ru.ts";
import { tr } from "../../../../../widget/browser/ui/texts/tr.ts";
import { uk } from "../../../../../widget/browser/ui/texts/uk.ts";
import { FIRST } from "../../../../../widget/browser/ui/texts/unpack.ts";
import type { Texts } from "../../../../../widget/types/texts.ts";

const languages = { ar, cs, de, en, es, fr, pl, ru, tr, uk };
const names = `${FIRST}~${LATER}`.split("~") as (keyof Texts)[];

const placeholders = (text: string) => new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name));
/** The kinds of number that each choice of forms in a text has a form for. */
const choices = (text: string) =>
  [...text.matchAll(/\{\w+\|(.*?)\}/g)].map(([, forms]) => forms!.split("|").map((form) => form.split(":")[0]));

describe.each(Object.entries(languages))("%s", (language, texts) => {
  it("says what English says, in the order of the names", () => {
    expect(Object.keys(texts)).toEqual(names);
    expect(texts.lang).toBe(language);
  });

  it("puts the same values in", () => {
    for (const name of names) expect(placeholders(texts[name]), name).toEqual(placeholders(en[name]));
  });

  it("has every form of number its rules know", () => {
    const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const name of names) for (const forms of choices(texts[name])) expect(new Set(forms)).toEqual(new Set(known));
  });

  it("leaves nothing unsaid but what a shop adds to prices, and never shouts", () => {
    expect(names.filter((name) => !texts[name])).toEqual(["tax"]);
    expect(names.filter((name) => /[!¡]/.test(texts[name]))).toEqual([]);
  });

  it("row 132: names of buttons hold the words on them", () => {
    const values = { product: "Case", other: "Phone" };
    expect(fill(texts, "addProduct", values)).toContain(texts.add);
    expect(fill(texts, "addProduct", values)).toContain("Case");
    expect(fill(texts, "swapProduct", values)).toContain(texts.swap);
  });
});
