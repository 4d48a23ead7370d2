import { expect, test } from "vitest";
import { createNames } from "../../../../../widget/browser/platforms/shopify/createNames.ts";

const scarf = { handle: "scarf", product_id: 7, variant_id: 41, sku: "S-RED" };

test("a product goes by its handle and a variant by its SKU, as in the shop's own export, or by its number where it has none", () => {
  const names = createNames({ own: {} });
  expect(names.name(scarf)).toEqual({ product: "scarf", variant: "S-RED" });
  expect(names.name({ ...scarf, variant_id: 42, sku: "" })).toEqual({ product: "scarf", variant: "42" });
  expect(names.name({ handle: "scarf" })).toEqual({ product: "scarf" });
});

test("the variant of a product that has no other needs no name", () => {
  const names = createNames({ own: {} });
  expect(names.name({ ...scarf, isOnly: true })).toEqual({ product: "scarf" });
  expect(names.variantOf({ product: "scarf" })).toBe(41);
});

test("a catalogue that has Shopify's numbers is spoken to in numbers", () => {
  const names = createNames({ own: { ids: "number" } });
  expect(names.handleOf("7")).toBeUndefined();
  expect(names.name(scarf)).toEqual({ product: "7", variant: "41" });
  expect([names.handleOf("7"), names.numberOf("7"), names.numberOf("8")]).toEqual(["scarf", 7, 8]);
});

test("the numbers behind a name are remembered, and a handle is one that was never seen", () => {
  const names = createNames({ own: {} });
  expect([names.handleOf("scarf"), names.numberOf("scarf"), names.variantOf({ product: "scarf", variant: "S-RED" })]).toEqual([
    "scarf",
    undefined,
    undefined,
  ]);
  names.name(scarf);
  expect([names.handleOf("scarf"), names.numberOf("scarf"), names.variantOf({ product: "scarf", variant: "S-RED" })]).toEqual([
    "scarf",
    7,
    41,
  ]);
});

test("a variant that was asked for by another name goes by that one", () => {
  const names = createNames({ own: {} });
  names.call(41, { product: "7", variant: "41" });
  expect(names.name(scarf)).toEqual({ product: "7", variant: "41" });
  expect([names.handleOf("7"), names.variantOf({ product: "7", variant: "41" })]).toEqual(["scarf", 41]);
});
