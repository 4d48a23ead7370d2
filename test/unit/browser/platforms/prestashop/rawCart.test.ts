import { afterEach, beforeEach, expect, test } from "vitest";
import { keyOf, rawLines, toCart } from "../../../../../widget/browser/platforms/prestashop/rawCart.ts";

const page = window as unknown as { prestashop?: unknown };
const trade = (iso_code: string) => (page.prestashop = { currency: { iso_code } });

beforeEach(() => trade("USD"));
afterEach(() => delete page.prestashop);

/** As PrestaShop 8.1 presents it, without what is not read. */
const shirt = {
  id: 1,
  id_product: 1,
  id_product_attribute: 1,
  id_customization: null,
  name: "Hummingbird printed t-shirt",
  quantity: 2,
  price: "$19.12",
  price_amount: 19.12,
  regular_price_amount: 23.9,
  total: "$38.24",
  attributes: { Size: "S ", Color: "White" },
};
const mug = {
  ...shirt,
  id: 6,
  id_product: 6,
  id_product_attribute: 0,
  name: "Mug The best is yet to come",
  quantity: 1,
  price: "$11.90",
  price_amount: 11.9,
  attributes: [],
};

test("lines have product, combination, quantity, price, title, options and the sum of the goods", () => {
  const cart = { products: [shirt, mug], subtotals: { products: { amount: 50.14, value: "$50.14" }, discounts: null } };
  expect(toCart(cart)).toEqual({
    currency: "USD",
    total: { minor: 5014, currency: "USD" },
    lines: [
      {
        key: "1-1-0",
        product: "1",
        variant: "1",
        quantity: 2,
        price: { minor: 1912, currency: "USD" },
        title: "Hummingbird printed t-shirt",
        options: { Size: "S", Color: "White" },
      },
      { key: "6-0-0", product: "6", quantity: 1, price: { minor: 1190, currency: "USD" }, title: "Mug The best is yet to come" },
    ],
  });
});

test.each([
  ["an amount with more digits than the currency has", { price_amount: 22.944 }, "USD", 2294],
  ["an amount written as text", { price_amount: "19.120000" }, "USD", 1912],
  ["no amount, but a written price", { price_amount: undefined, price: "19,12 €" }, "EUR", 1912],
  ["a currency without minor units", { price_amount: 500 }, "JPY", 500],
] as const)("the price of %s is exact", (_, price, currency, minor) => {
  trade(currency);
  expect(toCart({ products: [{ ...mug, ...price }] }).lines[0]?.price).toEqual({ minor, currency });
});

test("numbers written as text, a list with gaps, a text of attributes and an encoded name are read", () => {
  const line = {
    ...shirt,
    id_product: "1",
    id_product_attribute: "40",
    id_customization: "3",
    quantity: "2",
    attributes: "Size : S",
    name: "Fox &amp; Friends",
  };
  const [read] = toCart({ products: { 2: line } }).lines;
  expect(read).toMatchObject({ key: "1-40-3", product: "1", variant: "40", quantity: 2, title: "Fox & Friends" });
  expect(read?.options).toBeUndefined();
});

test.each([undefined, null, "", { active_inputs: null }, { products: null }, { products: "none" }, [1]])("%j is no whole cart", (cart) => {
  expect(rawLines(cart)).toBeUndefined();
});

test("an empty cart is one", () => {
  expect(toCart({ products: [], subtotals: { products: { amount: 0 } } })).toEqual({
    currency: "USD",
    lines: [],
    total: { minor: 0, currency: "USD" },
  });
});

test("a key holds what tells one line from another", () => {
  expect([keyOf(1, 40, 3), keyOf("1", "0", ""), keyOf("6", undefined, null)]).toEqual(["1-40-3", "1-0-0", "6-0-0"]);
});
