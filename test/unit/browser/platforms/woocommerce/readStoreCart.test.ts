import { describe, expect, it } from "vitest";
import { cartIn, readAmount, readStoreCart } from "../../../../../widget/browser/platforms/woocommerce/readStoreCart.ts";
import type { StoreCart } from "../../../../../widget/browser/platforms/woocommerce/storeAnswers.ts";

const dollars = { currency_code: "USD", currency_minor_unit: 2 };

/** As a real shop answered, with shorter texts. */
const answered = {
  items: [
    {
      key: "c51ce410c124a10e0db5e4b97fc2af39",
      id: 13,
      type: "simple",
      quantity: 2,
      name: "T-Shirt",
      variation: [],
      prices: { price: "1800", regular_price: "1800", price_range: null, ...dollars, raw_prices: { precision: 6, price: "18000000" } },
    },
    {
      key: "8fa711f57f7b4ee9301a0bd2cd249a6a",
      id: 24,
      type: "variation",
      quantity: 1,
      name: "V-Neck T-Shirt &#8211; Red &amp;amp; <em>round</em>",
      variation: [
        { attribute: "Color", value: "Red" },
        { attribute: "Size", value: "Large &amp; long" },
      ],
      prices: { price: "2000", ...dollars },
    },
  ],
  totals: { total_items: "5600", total_items_tax: "0", total_price: "6600", ...dollars },
  cross_sells: [],
};

describe("readStoreCart", () => {
  it("reads lines with the shop's keys, whole quantities, exact prices and what was chosen", () => {
    expect(readStoreCart(answered)).toEqual({
      currency: "USD",
      total: { minor: 5600, currency: "USD" },
      lines: [
        { key: "c51ce410c124a10e0db5e4b97fc2af39", product: "13", quantity: 2, title: "T-Shirt", price: { minor: 1800, currency: "USD" } },
        {
          key: "8fa711f57f7b4ee9301a0bd2cd249a6a",
          product: "24",
          quantity: 1,
          title: "V-Neck T-Shirt – Red &amp; round",
          price: { minor: 2000, currency: "USD" },
          options: { Color: "Red", Size: "Large & long" },
        },
      ],
    });
  });

  it("reads an empty cart", () => {
    expect(readStoreCart({ items: [], totals: { ...dollars, total_items: "0" } })).toEqual({
      currency: "USD",
      lines: [],
      total: { minor: 0, currency: "USD" },
    });
  });

  it("tells the sum of the goods as the lines' prices are: with the tax they have in them, and without", () => {
    const sum = (price: string) => {
      const item = { key: "a", id: 1, quantity: 3, prices: { price, ...dollars } };
      return readStoreCart({ items: [item], totals: { ...dollars, total_items: "3000", total_items_tax: "690" } }).total?.minor;
    };
    expect([sum("1230"), sum("1000"), sum("1001")]).toEqual([3690, 3000, 3000]);
  });
});

describe("readAmount", () => {
  it.each([
    [
      { price: "1800", currency_code: "USD", currency_minor_unit: 2 },
      { minor: 1800, currency: "USD" },
    ],
    // A shop may show no digits after the point, or more than the currency has.
    [
      { price: "18", currency_code: "PLN", currency_minor_unit: 0 },
      { minor: 1800, currency: "PLN" },
    ],
    [
      { price: "1234567", currency_code: "EUR", currency_minor_unit: 4 },
      { minor: 12346, currency: "EUR" },
    ],
    [
      { price: "500", currency_code: "JPY", currency_minor_unit: 0 },
      { minor: 500, currency: "JPY" },
    ],
    [{ price: "", currency_code: "USD", currency_minor_unit: 2 }, undefined],
    [{ price: "free", currency_code: "USD", currency_minor_unit: 2 }, undefined],
    [{ price: "100" }, undefined],
    [undefined, undefined],
  ])("reads %j", (prices, money) => {
    expect(readAmount(prices)).toEqual(money);
  });
});

describe("cartIn", () => {
  it("finds the cart in an answer, and in what the shop says of a conflict", () => {
    const refusal = {
      code: "woocommerce_rest_cart_invalid_key",
      message: "Cart item does not exist.",
      data: { status: 409, cart: answered },
    };
    expect([cartIn(answered), cartIn(refusal)]).toEqual([answered, answered]);
  });

  it.each([undefined, null, "<!doctype html>", [], {}, { data: null }, { code: "x", data: { status: 400 } }, { error: true }])(
    "finds none in %j",
    (body) => {
      expect(cartIn(body)).toBeUndefined();
    },
  );

  it("takes what an extension made of a line as it comes", () => {
    const odd = { items: [{ key: "a", id: 5, quantity: 1.5 }] } as const satisfies StoreCart;
    expect(readStoreCart(odd)).toEqual({ currency: "", lines: [{ key: "a", product: "5", quantity: 1.5, title: "" }] });
  });
});
