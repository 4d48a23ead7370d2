import { expect, it } from "vitest";
import { en } from "../../../../../widget/browser/ui/texts/en.ts";
import { fillForms } from "../../../../../widget/browser/ui/texts/fillForms.ts";

const filled = (rating: string, values: Readonly<Record<string, string | number>>, lang = "en") =>
  fillForms({ ...en, rating, lang }, "rating", values);

const GOODS = "{n} {n|one:товар|few:товара|many:товаров|other:товара}";
const BOOKS = "{n|zero:لا كتب|one:كتاب|two:كتابان|few:كتب|many:كتابًا|other:كتاب}";

it.each([
  ["en", "{n} {n|one:review|other:reviews}", 1, "1 review"],
  ["en", "{n} {n|one:review|other:reviews}", 0, "0 reviews"],
  ["ru", GOODS, 21, "21 товар"],
  ["ru", GOODS, 3, "3 товара"],
  ["ru", GOODS, 11, "11 товаров"],
  ["ar", BOOKS, 0, "لا كتب"],
  ["ar", BOOKS, 2, "كتابان"],
  ["ar", BOOKS, 7, "كتب"],
  ["ar", BOOKS, 11, "كتابًا"],
  ["pl", "{n|one:a|few:b|other:c}", 5, "c"],
  ["ja", "{n|other:c}", 1, "c"],
  ["en", "{n|few:b}", 1, ""],
])("chooses the form of %s in %j for %d", (lang, text, n, expected) => {
  expect(filled(text, { n }, lang)).toBe(expected);
});

it("puts in the other values too", () => {
  expect(filled("{value} of 5, {n} {n|one:review|other:reviews}", { value: 4.6, n: 2 })).toBe("4.6 of 5, 2 reviews");
});
