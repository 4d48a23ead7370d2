import { expect, test } from "vitest";
import { readExports } from "../../../support/exports.ts";

const ORDERS = "presta-orders.csv";
const PRODUCTS = "presta-products.csv";
const COMBINATIONS = "presta-combinations.csv";

test("lines of the SQL manager: states by their numbers, and lines that were given back as a whole, are left out", async () => {
  const { baskets, skipped, currency, reading } = await readExports("prestashop", ORDERS, PRODUCTS);
  expect([baskets, currency]).toEqual([["1", "1 6"], "PLN"]);
  expect(skipped).toEqual({ "cancelled, refunded, failed or test order": 5, "item not in the catalogue": 1 });
  expect(reading?.strangers).toEqual(["99 / Gone"]);
});

test("products: prices with tax, pictures and addresses by their numbers, hidden ones left out, those that may be ordered never sold out", async () => {
  const { byId, told } = await readExports("prestashop", PRODUCTS);
  expect(byId["1"]).toMatchObject({
    cost: 700,
    card: {
      price: 2868,
      brand: "Studio Design",
      image: "/img/p/1/2/12-home_default.jpg",
      url: "/index.php?id_product=1&controller=product",
    },
  });
  expect(Object.values(byId).map(({ id, card, cost }) => [id, card.available, cost])).toEqual([
    ["1", undefined, 700],
    ["6", false, undefined],
    ["9", undefined, undefined],
  ]);
  expect(told).toBe(
    "1 × product hidden from the shop (presta-products.csv, row 4)\n1 × product that is not active (presta-products.csv, row 5)",
  );
});

test("combinations are variants, whose ids are numbered apart from those of products", async () => {
  const { byId, catalogue, told } = await readExports("prestashop", PRODUCTS, COMBINATIONS);
  expect(byId["1"]?.card).toMatchObject({
    price: 2868,
    variants: [
      { id: "1", options: { Size: "S", Color: "White" } },
      { id: "3", options: { Size: "M", Color: "White" }, price: 3168, available: false },
    ],
  });
  expect([catalogue?.aliases.get("3"), catalogue?.aliases.get("demo_1M")]).toEqual([undefined, "1"]);
  expect(told).toContain("1 × combination whose product is missing (presta-combinations.csv, row 6, product 99)");
});

test("the product list is read by the places of its columns, whatever its language, and takes combinations, too", async () => {
  const { byId, catalogue } = await readExports("prestashop", "presta-list.csv", COMBINATIONS);
  expect(byId["1"]?.card).toMatchObject({
    title: "T-shirt imprimé",
    price: 2868,
    categories: ["Hommes"],
    variants: [{ id: "1" }, { id: "3", price: 3168 }],
  });
  expect(byId["6"]?.card.available).toBe(false);
  expect(catalogue?.isCurrencyAssumed).toBe(true);
});

test("the order list holds no products, and says so", async () => {
  await expect(readExports("prestashop", "presta-order-list.csv")).rejects.toThrow(
    /presta-order-list\.csv: .*names no products: .*SQL manager/,
  );
});
