import { expect, test } from "vitest";
import { readHundredths } from "../../../../../widget/browser/platforms/shopify/readHundredths.ts";

test.each([
  [4999, "EUR", 4999],
  [0, "USD", 0],
  [1500, "JPY", 15],
  [890_000, "KRW", 8900],
  [1234, "KWD", 12_340],
  [110, "USD", 110],
])("%i hundredths of %s are %i of its own smallest units", (hundredths, currency, minor) => {
  expect(readHundredths(hundredths, currency)).toEqual({ minor, currency });
});

test.each([
  ["a text", "4999", "EUR"],
  ["nothing", undefined, "EUR"],
  ["a sum below 0", -1, "EUR"],
  ["no number", Number.NaN, "EUR"],
  ["a sum in no currency", 4999, undefined],
])("%s is no price", (_, hundredths, currency) => {
  expect(readHundredths(hundredths, currency)).toBeUndefined();
});
