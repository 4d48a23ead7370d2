import { expect, test } from "vitest";
import { parseMark } from "../../../widget/books/parseMark.ts";

const OFFERS = ["cart.cross-sell.phone.case", "product.up-sell.p64.p128, black"];
const MARK = { visit: "v1", arm: "offers", offers: OFFERS };

test.each([
  ["WooCommerce", `goeswith:v1:offers:${OFFERS.join()}`],
  ["a column of our own", `v1:offers:${OFFERS.join()}`],
  ["Shopify's note attributes", `gift: yes\n__goeswith_visit: v1\r\n__goeswith_arm: offers\n__goeswith_offers: ${OFFERS.join()}`],
  [
    "Shopify's list",
    JSON.stringify([
      { name: "__goeswith_visit", value: "v1" },
      { name: "__goeswith_arm", value: "offers" },
      { name: "__goeswith_offers", value: OFFERS.join() },
    ]),
  ],
  ["an object", JSON.stringify(MARK)],
])("the mark is read as %s writes it, offers with commas in their names and all", (_, text) => {
  expect(parseMark(text)).toEqual(MARK);
});

test("a visit that takes no part, and one without offers, have marks too", () => {
  expect(parseMark("goeswith:a.b-1:none:")).toEqual({ visit: "a.b-1", arm: "none" });
  expect(parseMark("v2:holdout")).toEqual({ visit: "v2", arm: "holdout" });
});

test.each([
  "",
  "summer-sale",
  "goeswith:v1:everything:",
  "goeswith::offers:",
  `${"v".repeat(65)}:offers`,
  "{",
  "[1]",
  '{"visit":{},"arm":"offers"}',
  "a b:offers",
])("what is no mark is none: %s", (text) => {
  expect(parseMark(text)).toBeUndefined();
});
