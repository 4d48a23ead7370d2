import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SHOP_SYSTEMS } from "../../../../widget/trainer/exports/index.ts";
import { EXPORTS, readExports } from "../../../support/exports.ts";
import { aFolder, csv } from "../../../support/training.ts";

const TABLE = "woo-products.csv";
const STORE = "woo-store-products.json";

test("orders of the REST API: by product id, and by name where the product was deleted", async () => {
  const { baskets, named, currency } = await readExports("woocommerce", "woo-orders.json", TABLE);
  expect(named.map(([, kind]) => kind)).toEqual(["orders of the REST API", "product export"]);
  expect([baskets, currency]).toEqual([["10 20", "10 20", "10 30"], "EUR"]);
});

test("trials, drafts, cancelled and wholly refunded orders, shipping and fees are left out and counted, a part given back is not", async () => {
  const { skipped, reading } = await readExports("woocommerce", "woo-orders.json", TABLE);
  expect(skipped).toEqual({
    "test order": 1,
    "cancelled, refunded, failed or test order": 3,
    "gift card, tip, shipping, discount, deposit or fee": 2,
  });
  expect(reading?.where.get("cancelled, refunded, failed or test order")).toMatch(/woo-orders\.json, rows 3, 4, 6$/);
});

test("Analytics names products in one cell, commas in their names and all", async () => {
  const { baskets, skipped, reading } = await readExports("woocommerce", "woo-analytics.csv", TABLE);
  expect(baskets).toEqual(["10 20", "10 30"]);
  expect(skipped).toEqual({ "cancelled, refunded, failed or test order": 1, "item not in the catalogue": 1 });
  expect(reading?.where.get("item not in the catalogue")).toMatch(/woo-analytics\.csv, row 5$/);
  expect(reading?.strangers).toEqual(["Gone lamp"]);
});

test("Analytics is known in other languages, too, with the columns that a small shop downloads", async () => {
  const folder = await aFolder();
  const header = ["Дата", "Заказ №", "Статус", "Клиент", "Тип клиента", "Товар(ы)", "Продано", "Купон(ы)", "Чистые продажи"];
  const file = join(folder, "orders.csv");
  await writeFile(
    file,
    csv(
      header,
      ["2025-10-01", "9", "completed", "", "", "1× Cap, 1× T-Shirt - Red", "2", "", "30"],
      ["2025-10-02", "10", "Отменён", "", "", "1× Cap", "1", "", ""],
    ),
  );
  const { baskets, skipped } = await readExports("woocommerce", file, TABLE);
  expect(baskets).toEqual(["10 30"]);
  expect(skipped).toEqual({ "cancelled, refunded, failed or test order": 1 });
});

test("order lines of an exporter: statuses in any language, refunds by sum and by line, ids before SKUs before names", async () => {
  const { baskets, skipped } = await readExports("woocommerce", "woo-order-lines.csv", TABLE);
  expect(baskets).toEqual(["10 20", "10 30", "30"]);
  expect(skipped).toEqual({ "cancelled, refunded, failed or test order": 3, "quantity not a number above nought": 1 });
});

test("the ids of variations, which carts name, lead to their product", async () => {
  const { catalogue } = await readExports("woocommerce", TABLE);
  expect(["11", "12", "SHIRT-B"].map((alias) => catalogue?.aliases.get(alias))).toEqual(["10", "10", "10"]);
});

test("the Store API is a catalogue of its own, with its currency, addresses and variations", async () => {
  const { catalogue, byId } = await readExports("woocommerce", STORE);
  expect([catalogue?.currency, catalogue?.isCurrencyAssumed]).toEqual(["EUR", false]);
  expect(byId["20"]?.card).toEqual({
    ...{ title: "Mug, large", url: "https://shop.example/product/mug/", brand: "Aster", price: 905 },
    ...{ categories: ["Kitchen, home"], tags: ["new"], available: false },
  });
  expect(byId["10"]?.card.variants?.map(({ id, options }) => [id, options])).toEqual([
    ["12", { Colour: "Blue" }],
    ["11", { Colour: "Red" }],
  ]);
});

test("an export and the Store API make up one product: addresses from the one, prices of variations from the other", async () => {
  const { byId, told } = await readExports("woocommerce", STORE, TABLE);
  expect(byId["10"]).toMatchObject({
    accessories: ["20"],
    card: {
      url: "https://shop.example/product/t-shirt/",
      image: "https://shop.example/shirt.jpg",
      variants: [{ id: "12", price: 2000 }, { id: "11" }],
    },
  });
  expect(byId["20"]?.card).toMatchObject({ title: "Mug, large", url: "https://shop.example/product/mug/", price: 900 });
  expect(told).toBe("");
});

test("what the cart carried into an order is read with it", async () => {
  const orders = JSON.parse(await readFile(join(EXPORTS, "woo-orders.json"), "utf8")) as Record<string, unknown>[];
  const kind = SHOP_SYSTEMS.get("woocommerce")?.kinds.find((one) => one.kind === "orders" && one.from === "json");
  expect(kind?.kind === "orders" && kind.read(orders[0] ?? {})).toMatchObject({
    order: "501",
    mark: "goeswith:v1:offers:cap",
  });
});
