import { expect, test } from "vitest";
import { createProductIds } from "../../../../../widget/browser/platforms/opencart/createProductIds.ts";

test("an address with a number tells the product, one in words its last word", () => {
  const ids = createProductIds();
  expect(ids.of("https://shop.example/index.php?route=product/product&language=en-gb&product_id=43")).toBe("43");
  expect(ids.of("https://shop.example/en-gb/kruzhka/%D1%81%D0%B8%D0%BD%D1%8F%D1%8F/?path=1")).toBe("синяя");
  expect([ids.isKnown("https://s/?product_id=43"), ids.isKnown("https://s/mug")]).toEqual([true, false]);
});

test("what was learnt holds in every category the product is reached by", () => {
  const ids = createProductIds();
  ids.learn("https://shop.example/mug.html", "7");
  expect(ids.of("https://shop.example/kitchen/cups/mug.html")).toBe("7");
});

test("an address that is none is its own name", () => {
  expect(createProductIds().of("https://shop.example/%E0%A4%A")).toBe("https://shop.example/%E0%A4%A");
});
