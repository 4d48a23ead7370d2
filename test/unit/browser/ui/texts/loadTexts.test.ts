import { describe, expect, it } from "vitest";
import { de } from "../../../../../widget/browser/ui/texts/de.ts";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import { loadAllTexts } from "../../../../../widget/browser/ui/texts/loadAllTexts.ts";
import { loadTexts } from "../../../../../widget/browser/ui/texts/loadTexts.ts";
import { LATER } from "../../../../../widget/browser/ui/texts/later.ts";
import { FIRST } from "../../../../../widget/browser/ui/texts/unpack.ts";

describe("loadTexts", () => {
  it("brings what first offers are drawn with, under its names", async () => {
    const texts = await loadTexts("de-AT", {});
    expect(Object.keys(texts)).toEqual(FIRST.split("~"));
    expect(de).toMatchObject(texts);
  });

  it.each(["ar", "cs", "de", "en", "es", "fr", "pl", "ru", "tr", "uk"])("speaks %s", async (language) => {
    expect((await loadTexts(language, {})).lang).toBe(language);
  });

  it.each([
    ["DE", "de"],
    ["pt-BR", "en"],
    ["de_DE", "de"],
    ["den", "en"],
    ["constructor", "en"],
    ["", "en"],
  ])("takes %j for %s", async (locale, language) => {
    expect((await loadTexts(locale, {})).lang).toBe(language);
  });

  it("puts the merchant's own in the place of ours, and says which language they are in", async () => {
    const own = { lang: "nl", add: "Toevoegen", thanks: "Bedankt." };
    expect(await loadTexts("nl", own)).toMatchObject({ ...own, swap: en.swap });
  });
});

describe("loadAllTexts", () => {
  it("brings the others too, and still the merchant's own", async () => {
    expect(await loadAllTexts("de", {})).toEqual(de);
    expect(await loadAllTexts("de", { thanks: "Merci." })).toEqual({ ...de, thanks: "Merci." });
  });

  it("leaves no text out", () => {
    expect([...FIRST.split("~"), ...LATER.split("~")]).toEqual(Object.keys(en));
  });
});
