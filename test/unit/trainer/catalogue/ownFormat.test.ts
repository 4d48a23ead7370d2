import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { catalogueOf } from "../../../support/catalogues.ts";
import { csv } from "../../../support/training.ts";

const LAMP = {
  ...{
    item_id: 7,
    name: "Lamp &amp;amp; shade",
    "name:de": "Lampe",
    price: 12.9,
    currency: "EUR",
    category: ["Home", "Light/Lamps"],
    brand: "Aster",
    maker: "M",
  },
  ...{
    image: "/i",
    url: "/u?a=1&copy=2",
    stock: false,
    rating: 4.5,
    reviews: 3,
    tags: ["new"],
    attributes: { power: "5 W", tags: "a;b=c" },
    sku: ["S1", "S2"],
  },
  ...{
    variants: [{ id: "7r", options: { colour: "red" }, price: "13,90", sku: "S3" }],
    fits: { socket: ["E27", "E14"] },
    accessories: ["8"],
    upgrades: ["8"],
  },
  ...{ never: ["9"], orders: 12, cost: 4.44, unit_price: 1.29, unit: "100 g" },
};
const OTHERS = [
  { item_id: "8", name: "Bulb" },
  { item_id: "9", name: "Candle" },
];

test("JSON lines hold nested attributes, lists and variants", async () => {
  const lines = [LAMP, ...OTHERS].map((one) => JSON.stringify(one)).join("\r\n");
  const { byId, aliases, formats, locales } = await catalogueOf({ "p.jsonl.gz": gzipSync(lines) });
  expect([formats, locales]).toEqual([["JSON lines"], ["de"]]);
  expect(byId["7"]).toEqual({
    id: "7",
    card: {
      ...{ title: "Lamp &amp; shade", price: 1290, categories: ["Home", "Light/Lamps"], brand: "Aster", image: "/i", url: "/u?a=1&copy=2" },
      ...{ available: false, rating: [4.5, 3], tags: ["new"], attributes: { power: "5 W", tags: "a;b=c" }, unit: [129, "100 g"] },
      ...{ variants: [{ id: "7r", options: { colour: "red" }, price: 1390 }], fits: { socket: ["E27", "E14"] } },
    },
    ...{
      local: new Map([["de", { title: "Lampe" }]]),
      accessories: ["8"],
      upgrades: ["8"],
      never: ["9"],
      orders: 12,
      cost: 444,
      maker: "M",
    },
  });
  expect(["S1", "S2", "S3", "7r"].map((alias) => aliases.get(alias))).toEqual(["7", "7", "7", "7"]);
});

test.each([
  ["slashes", ["Home/Lamps", "Home/Sofas"], ["Home", "Lamps"]],
  ["arrows", ["Home > Lamps", "Audio/Video", "A > B"], ["Home", "Lamps"]],
  ["bars", ["Home|Lamps", "Home|Sofas"], ["Home", "Lamps"]],
])("a category's path with %s", async (_, cells, path) => {
  const rows = cells.map((cell, at) => [`${at}`, `Product ${at}`, cell]);
  const { byId } = await catalogueOf({ "p.csv": csv(["item_id", "name", "category"], ...rows) });
  expect(byId["0"]?.card.categories).toEqual(path);
  if (cells.includes("Audio/Video")) expect(byId["1"]?.card.categories).toEqual(["Audio/Video"]);
});

test("several files of several formats are one catalogue", async () => {
  const shopify = csv(["Handle", "Title", "Variant Price", "Variant SKU"], ["mug", "Mug", "9", "M"]);
  const { byId, formats, rows } = await catalogueOf({ "a.jsonl": OTHERS.map((one) => JSON.stringify(one)).join("\n"), "b.csv": shopify });
  expect([Object.keys(byId), formats, rows]).toEqual([["8", "9", "mug"], ["JSON lines", "Shopify export"], 3]);
});

test("a table with nested cells as JSON", async () => {
  const { byId } = await catalogueOf({
    "p.csv": csv(["id", "title", "attributes", "fits"], ["1", "Lamp", '{"power":"5 W"}', '{"socket":["E27"]}']),
  });
  expect(byId["1"]?.card).toEqual({ title: "Lamp", attributes: { power: "5 W" }, fits: { socket: ["E27"] } });
});
