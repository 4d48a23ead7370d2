import { describe, expect, it } from "vitest";
import { type ChoicesOf, readStoreProduct } from "../../../../../widget/browser/platforms/woocommerce/readStoreProduct.ts";
import type { StoreProduct } from "../../../../../widget/browser/platforms/woocommerce/storeAnswers.ts";

const dollars = { currency_code: "USD", currency_minor_unit: 2 };
const terms = (...slugs: readonly string[]) => slugs.map((slug) => ({ name: slug[0]!.toUpperCase() + slug.slice(1), slug }));

const hoodie: StoreProduct = {
  id: 11,
  name: "Hoodie &#8211; Logo",
  permalink: "https://shop.example/product/hoodie/",
  images: [{ src: "https://shop.example/p11.jpg", thumbnail: "https://shop.example/p11-300x300.jpg" }],
  prices: { price: "4200", ...dollars },
  categories: [{ name: "Hoodies &amp; more" }],
  is_purchasable: true,
  is_in_stock: true,
  attributes: [
    { name: "Color", taxonomy: "pa_color", terms: terms("blue", "red") },
    { name: "Logo", taxonomy: null, terms: terms("Yes", "No") },
  ],
  variations: [
    {
      id: 34,
      attributes: [
        { name: "Color", value: "blue" },
        { name: "Logo", value: "Yes" },
      ],
    },
    {
      id: 27,
      attributes: [
        { name: "Color", value: "red" },
        { name: "Logo", value: "No" },
      ],
    },
  ],
};
const variation = (id: number, price: string, more: Partial<StoreProduct> = {}): StoreProduct => ({
  id,
  prices: { price, ...dollars },
  ...more,
});
const vNeck: StoreProduct = {
  id: 10,
  attributes: [
    { name: "Color", taxonomy: "pa_color", terms: terms("red") },
    {
      name: "Size",
      taxonomy: "pa_size",
      terms: [
        { name: "Large", slug: "large" },
        { name: "Extra &amp; large", slug: "xl" },
      ],
    },
  ],
  variations: [
    {
      id: 24,
      attributes: [
        { name: "Color", value: "red" },
        { name: "Size", value: null },
      ],
    },
  ],
};

describe("readStoreProduct", () => {
  it("reads a product with its variations' own price and stock", () => {
    const choices: ChoicesOf = new Map();
    expect(readStoreProduct(hoodie, choices, [variation(34, "4500"), variation(27, "4200", { is_in_stock: false })])).toEqual({
      id: "11",
      title: "Hoodie – Logo",
      url: "https://shop.example/product/hoodie/",
      image: "https://shop.example/p11-300x300.jpg",
      price: { minor: 4200, currency: "USD" },
      categories: ["Hoodies & more"],
      available: true,
      variants: [
        { id: "34", options: { Color: "Blue", Logo: "Yes" }, price: { minor: 4500, currency: "USD" }, available: true },
        { id: "27", options: { Color: "Red", Logo: "No" }, price: { minor: 4200, currency: "USD" }, available: false },
      ],
    });
    expect(choices.size).toBe(0);
  });

  it("leaves out a variation that the shop did not tell of, and what cannot be bought without one", () => {
    const choices: ChoicesOf = new Map();
    expect(readStoreProduct(hoodie, choices, [variation(27, "4200")]).variants).toHaveLength(1);
    expect(readStoreProduct(hoodie, choices, [])).toMatchObject({ variants: [], available: false });
    expect(readStoreProduct(hoodie, choices)).toMatchObject({ variants: [{ id: "34" }, { id: "27" }], available: true });
  });

  it("makes a variation that takes any size one way of buying for each size, and keeps what a write has to say", () => {
    const choices: ChoicesOf = new Map();
    expect(readStoreProduct(vNeck, choices, [variation(24, "2000")]).variants).toEqual([
      { id: "24:large", options: { Color: "Red", Size: "Large" }, price: { minor: 2000, currency: "USD" }, available: true },
      { id: "24:xl", options: { Color: "Red", Size: "Extra & large" }, price: { minor: 2000, currency: "USD" }, available: true },
    ]);
    expect([...choices]).toEqual([
      ["24:large", [{ attribute: "pa_size", value: "large" }]],
      ["24:xl", [{ attribute: "pa_size", value: "xl" }]],
    ]);
  });

  it("does not offer what has more ways of buying than can be chosen from", () => {
    const many = { name: "Size", taxonomy: "pa_size", terms: terms(...Array.from({ length: 60 }, (_, at) => `s${at}`)) };
    const wide = { ...vNeck, attributes: [...vNeck.attributes!, many, { ...many, name: "Depth" }] };
    const variations = [
      {
        id: 24,
        attributes: [
          { name: "Size", value: null },
          { name: "Depth", value: null },
        ],
      },
    ];
    expect(readStoreProduct({ ...wide, variations }, new Map(), [variation(24, "2000")])).toMatchObject({ variants: [], available: false });
  });

  it("knows what cannot be bought from here: a link to another shop, a sold out product", () => {
    const available = (more: Partial<StoreProduct>) => readStoreProduct({ id: 33, ...more }, new Map()).available;
    expect([available({ is_purchasable: false }), available({ is_in_stock: false }), available({})]).toEqual([false, false, true]);
  });

  it("takes no address that is none", () => {
    const { url, image } = readStoreProduct({ id: 1, permalink: "javascript:alert(1)", images: [{ src: "data:x" }] }, new Map());
    expect([url, image]).toEqual([undefined, undefined]);
  });
});
