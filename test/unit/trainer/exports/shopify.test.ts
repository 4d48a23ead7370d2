import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SHOP_SYSTEMS } from "../../../../widget/trainer/exports/index.ts";
import { EXPORTS, readExports } from "../../../support/exports.ts";

const ORDERS = "shopify-orders.csv";
const TABLE = "shopify-products.csv";
const NUMBERS = "shopify-products.json";

test("orders, products and products.json are told apart by themselves, and the orders say the currency", async () => {
  const { title, named, currency } = await readExports("shopify", NUMBERS, ORDERS, TABLE);
  expect([title, currency]).toEqual(["Shopify", "GBP"]);
  expect(named.map(([file, kind]) => [file.split("/").at(-1), kind])).toEqual([
    [NUMBERS, "products.json"],
    [ORDERS, "orders export"],
    [TABLE, "products export"],
  ]);
});

test("an order stands in many rows, blank cells below the first; SKUs and names meet the number the cart knows the product by", async () => {
  const { baskets, reading } = await readExports("shopify", ORDERS, TABLE, NUMBERS);
  expect(baskets).toEqual(["7001 7002", "7001 7002", "7001 7003", "7002"]);
  expect(reading?.span).toEqual([20_362, 20_369]);
  expect(reading?.columns[0]?.get("mark")).toBe("Note Attributes");
});

test("trials, refunds, cancelled orders, tips and gift cards of any name are left out, counted and named by their rows", async () => {
  const { skipped, reading } = await readExports("shopify", ORDERS, TABLE, NUMBERS);
  expect(skipped).toEqual({
    "test order": 2,
    "cancelled, refunded, failed or test order": 5,
    "gift card, tip, shipping, discount, deposit or fee": 2,
    "item not in the catalogue": 1,
  });
  expect(reading?.where.get("test order")).toMatch(/shopify-orders\.csv, rows 12, 13$/);
  expect(reading?.where.get("cancelled, refunded, failed or test order")).toMatch(/rows 7, 8, 9, 17, 18$/);
  expect(reading?.strangers).toEqual(["L-1 / Sold-out lamp"]);
});

test("the product export gives costs, and products.json the numbers of products and variants and what is sold out", async () => {
  const { byId, catalogue, told } = await readExports("shopify", TABLE, NUMBERS);
  expect(Object.keys(byId)).toEqual(["7001", "7002", "7003"]);
  expect(byId["7001"]).toMatchObject({
    cost: 600,
    card: {
      url: "/products/tee",
      categories: ["Apparel", "Shirts"],
      variants: [
        { id: "9001", options: { Size: "S", Colour: "Red" } },
        { id: "9002", options: { Size: "M", Colour: "Red" }, price: 1990 },
      ],
    },
  });
  expect(byId["7003"]?.card.available).toBe(false);
  expect(["tee", "T-M", "9002"].map((alias) => catalogue?.aliases.get(alias))).toEqual(["7001", "7001", "7001"]);
  expect(told).toMatch(/gift card \(aster-present\)\n.*draft or archived product \(old\)$/);
});

test("without products.json handles name all products, as they do in the cart", async () => {
  const { baskets, told } = await readExports("shopify", ORDERS, TABLE);
  expect(baskets).toEqual(["coaster tee", "mug", "mug tee", "mug tee"]);
  expect(told).not.toMatch(/number/);
});

test("where only some products have their number the merchant is told which have none", async () => {
  const { told } = await readExports("shopify", ORDERS, TABLE, "shopify-tee.json");
  expect(told).toMatch(/2 × product without the number that the others have \(coaster; mug\): give .*\/products\.json/);
});

test("products.json is a catalogue of its own", async () => {
  const { byId, told } = await readExports("shopify", NUMBERS);
  expect(byId["7001"]?.card).toMatchObject({
    title: "Tee",
    image: "https://cdn.example/tee-json.jpg",
    tags: ["summer", "cotton"],
    price: 1790,
  });
  expect(told).toBe("");
});

test("orders of the Admin API: what was given back, trials, tips, gift cards and shipping are left out by their own marks", async () => {
  const { baskets, skipped } = await readExports("shopify", "shopify-orders.json", NUMBERS);
  expect(baskets).toEqual(["7001 7002", "7003"]);
  expect(skipped).toEqual({
    "test order": 1,
    "cancelled, refunded, failed or test order": 2,
    "gift card, tip, shipping, discount, deposit or fee": 3,
  });
});

test("rows of Matrixify that are no lines are left out", async () => {
  const { baskets, skipped } = await readExports("shopify", "matrixify-orders.csv", NUMBERS);
  expect(baskets).toEqual(["7001 7002"]);
  expect(skipped).toMatchObject({ "no item id": 1, "gift card, tip, shipping, discount, deposit or fee": 2 });
});

test("without a catalogue a line without an SKU is known by its name", async () => {
  const { baskets } = await readExports("shopify", ORDERS);
  expect(baskets).toContain("Coaster, round Tee - S / Red");
});

test("what the cart carried into an order is read with it", async () => {
  const { orders } = JSON.parse(await readFile(join(EXPORTS, "shopify-orders.json"), "utf8")) as { orders: Record<string, unknown>[] };
  const kind = SHOP_SYSTEMS.get("shopify")?.kinds.find((one) => one.kind === "orders");
  expect(kind?.read(orders[0] ?? {})).toMatchObject({
    order: "#2001",
    mark: '[{"name":"__goeswith_visit","value":"v1"},{"name":"__goeswith_arm","value":"offers"}]',
  });
});
