import { expect, it } from "vitest";
import { nearest } from "../../../../widget/browser/config/nearest.ts";

it.each([
  ["limt", "limit"],
  ["limti", "limit"],
  ["Limit", "limit"],
  ["headinglevel", "headingLevel"],
  ["litle", "title"],
  ["maximum", undefined],
  ["", undefined],
  ["of", "off"],
])("takes %j for %j", (word, meant) => {
  expect(nearest(word, ["anchor", "limit", "title", "headingLevel", "off"])).toBe(meant);
});
