import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Product } from "../../../../../widget/types/product.ts";
import { createNames, type Names } from "../../../../../widget/browser/platforms/shopify/createNames.ts";
import { createShopifyProducts } from "../../../../../widget/browser/platforms/shopify/createShopifyProducts.ts";

const page = window as object as Record<string, unknown>;
const never = new AbortController().signal;
const none: ReadonlyMap<string, Product> = new Map();
let answers: Readonly<Record<string, unknown>> = {};
let asked: string[] = [];
const { fetch } = window;

beforeEach(() => {
  asked = [];
  page["Shopify"] = { currency: { active: "USD" }, routes: { root: "/en-ca/" } };
  window.fetch = async (input) => {
    const address = input as string;
    asked.push(address);
    const answer = answers[address];
    if (typeof answer === "number") return new Response("busy", { status: answer });
    return new Response(JSON.stringify(answer ?? {}), { status: answer ? 200 : 404 });
  };
});

afterEach(() => {
  window.fetch = fetch;
  for (const name of ["Shopify", "ShopifyAnalytics"]) Reflect.deleteProperty(window, name);
  history.replaceState(null, "", "/");
});

const red = { id: 41, sku: "S-RED", options: ["Red"], price: 4500, available: true };
const blue = { id: 42, sku: "S-BLUE", options: ["Blue"], price: 4700, available: false };
const scarf = {
  ...{ id: 7, handle: "scarf", title: "Wool scarf", price: 4500, url: "/products/scarf", vendor: "Lumen", type: "Scarves" },
  ...{ featured_image: "//cdn.example/scarf.jpg", options: [{ name: "Colour" }], variants: [red, blue] },
};
const only = (over: object = {}) => ({
  ...scarf,
  options: ["Title"],
  variants: [{ ...red, sku: "S", options: ["Default Title"], ...over }],
});
const open = (names: Names = createNames({ own: {} })) => createShopifyProducts(names);
const ADDRESS = "/en-ca/products/scarf.js";

test("a product has the shop's own prices, each variant by its SKU", async () => {
  answers = { [ADDRESS]: scarf };
  expect(await open().products(["scarf"], never, none)).toEqual([
    {
      ...{
        id: "scarf",
        title: "Wool scarf",
        url: `${location.origin}/products/scarf`,
        image: "http://cdn.example/scarf.jpg",
        brand: "Lumen",
      },
      ...{ categories: ["Scarves"], price: { minor: 4500, currency: "USD" }, available: true },
      variants: [
        { id: "S-RED", options: { Colour: "Red" }, price: { minor: 4500, currency: "USD" }, available: true },
        { id: "S-BLUE", options: { Colour: "Blue" }, price: { minor: 4700, currency: "USD" }, available: false },
      ],
    },
  ]);
});

test("a card says under which address the product stands, and what its variants are called", async () => {
  answers = { [ADDRESS]: scarf };
  const names = createNames({ own: {} });
  const card: Product = { id: "900", title: "", url: "https://x.example/fr/products/scarf", variants: [{ id: "42", options: {} }] };
  const [found] = await open(names).products(["900"], never, new Map([["900", card]]));
  expect([found?.id, found?.variants?.map(({ id }) => id)]).toEqual(["900", ["S-RED", "42"]]);
  // From now on lines of the cart say the same.
  expect(names.name({ handle: "scarf", product_id: 7, variant_id: 42, sku: "S-BLUE" })).toEqual({ product: "900", variant: "42" });
});

test("each product is asked for once on a page, and again after it could not be told", async () => {
  answers = { [ADDRESS]: 429 };
  const shop = open();
  await expect(shop.products(["scarf"], never, none)).rejects.toThrow("429");
  answers = { [ADDRESS]: scarf };
  await shop.products(["scarf"], never, none);
  await shop.products(["scarf"], never, none);
  expect(asked).toEqual([ADDRESS, ADDRESS]);
});

test("of what has no page nothing can be bought", async () => {
  answers = {};
  expect(await open().products(["scarf"], never, none)).toMatchObject([{ id: "scarf", available: false }]);
});

test.each([
  ["sold out", { available: false }, {}],
  ["sold from three pieces on", { quantity_rule: { min: 3 } }, {}],
  ["sold by subscription alone", {}, { requires_selling_plan: true }],
])("what is %s cannot be bought by one piece", async (_, variant, product) => {
  answers = { [ADDRESS]: { ...only(variant), ...product } };
  expect(await open().products(["scarf"], never, none)).toMatchObject([{ available: false }]);
});

test("a product with one variant alone has none to choose from", async () => {
  answers = { [ADDRESS]: only({ quantity_rule: { min: 1 } }) };
  const [found] = await open().products(["scarf"], never, none);
  expect([found?.variants, found?.available]).toEqual([undefined, true]);
});

test("a number whose handle nobody told is left out", async () => {
  answers = { [ADDRESS]: scarf };
  expect(await open(createNames({ own: { ids: "number" } })).products(["7"], never, none)).toEqual([]);
});

const RELATED = "/en-ca/recommendations/products.json";

test.each([
  ["with", "complementary"],
  ["instead", "related"],
] as const)('what the shop relates "%s" is asked for by the intent %s', async (relation, intent) => {
  const address = `${RELATED}?product_id=7&limit=4&intent=${intent}`;
  answers = { [address]: { intent, products: [{ ...only(), id: 8, handle: "hat" }, { junk: true }] } };
  const names = createNames({ own: {} });
  names.name({ handle: "scarf", product_id: 7 });
  const shop = open(names);
  expect(await shop.related(["scarf"], relation, never)).toMatchObject([{ of: "scarf", product: { id: "hat", price: { minor: 4500 } } }]);
  // What came along is not asked for again.
  await shop.products(["hat"], never, none);
  expect(asked).toEqual([address]);
});

test("relations are asked for of the two newest alone, the one in view by the number the page says", async () => {
  history.replaceState(null, "", "/products/scarf");
  page["ShopifyAnalytics"] = { meta: { product: { id: 7 } } };
  answers = Object.fromEntries([5, 7].map((id) => [`${RELATED}?product_id=${id}&limit=4&intent=related`, { products: [] }]));
  const names = createNames({ own: {} });
  for (const [handle, id] of [["a", 4] as const, ["b", 5] as const]) names.name({ handle, product_id: id });
  await open(names).related(["a", "b", "scarf"], "instead", never);
  expect(asked.map((address) => /product_id=(\d+)/.exec(address)?.[1])).toEqual(["5", "7"]);
});

test("of what has no number nothing is asked", async () => {
  expect(await open().related(["scarf"], "with", never)).toEqual([]);
  expect(asked).toEqual([]);
});

test.each([
  ["its SKU", { variant: "S-BLUE" }, 42],
  ["its number", { variant: "42" }, 42],
  ["its options", { variant: "B", options: { Colour: "Blue" } }, 42],
  ["nothing, the first that can be bought", {}, 41],
  ["what it never was", { variant: "S-GREEN", options: { Colour: "Green" } }, undefined],
])("the variant is found by %s", async (_, item, number) => {
  answers = { [ADDRESS]: scarf };
  expect(await open().find({ product: "scarf", quantity: 1, ...item })).toBe(number);
});

test("a variant whose number is known is not asked for", async () => {
  const names = createNames({ own: {} });
  names.name({ handle: "scarf", product_id: 7, variant_id: 41, sku: "S-RED" });
  expect(await open(names).find({ product: "scarf", variant: "S-RED", quantity: 1 })).toBe(41);
  expect(asked).toEqual([]);
});

test("a dead network is no product that is sold out", async () => {
  window.fetch = vi.fn<typeof fetch>().mockRejectedValue(new TypeError("Failed to fetch"));
  await expect(open().find({ product: "scarf", quantity: 1 })).rejects.toThrow("Failed to fetch");
});
