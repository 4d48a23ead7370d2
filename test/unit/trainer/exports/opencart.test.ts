import { expect, test } from "vitest";
import { readExports } from "../../../support/exports.ts";

const ORDERS = "opencart-orders.csv";
const PRODUCTS = "opencart-products.csv";

test("lines of the query: checkouts that were not finished, and lost statuses by number or by name, are left out", async () => {
  const { baskets, skipped, currency } = await readExports("opencart", ORDERS, PRODUCTS);
  expect([baskets, currency]).toEqual([["28 40", "40 43"], "USD"]);
  expect(skipped).toEqual({
    "cancelled, refunded, failed or test order": 3,
    "gift card, tip, shipping, discount, deposit or fee": 1,
  });
});

test("products: reduced prices, pictures and addresses as the shop has them, and stock only where it is counted", async () => {
  const { byId, told, catalogue } = await readExports("opencart", PRODUCTS);
  expect(byId["43"]).toMatchObject({
    accessories: ["40"],
    card: {
      ...{ title: "MacBook", price: 50_000, brand: "Apple", categories: ["Laptops & Notebooks", "Macs"] },
      ...{ image: "/image/catalog/demo/macbook_1.jpg", url: "/index.php?route=product/product&product_id=43" },
    },
  });
  expect(byId["28"]?.card).toEqual({
    ...{ title: "HTC Touch HD", price: 12_200, categories: ["Phones"] },
    ...{ url: "/index.php?route=product/product&product_id=28" },
  });
  expect(byId["40"]?.card).toMatchObject({ available: false, url: "/iphone" });
  expect(catalogue?.aliases.get("iphone")).toBe("40");
  expect(told).toBe("1 × product that is not enabled (opencart-products.csv, row 5)");
});
