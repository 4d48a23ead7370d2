import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type BookQuestion, readBooks } from "../../../widget/books/readBooks.ts";
import { idOf, readOrdersOf, SHOP } from "../../support/books.ts";
import { EXPORTS } from "../../support/exports.ts";
import { csv } from "../../support/training.ts";

const fixture = (from: string, name: string, over: Partial<BookQuestion> = {}) =>
  readBooks({ shop: SHOP, from, files: [join(EXPORTS, name)], ...over });

describe("the exports of shop systems", () => {
  test("WooCommerce: goods of the REST API net of tax, cost and the mark of order attribution; what waits for payment is no order", async () => {
    const base = {
      ...{ id: 501, status: "completed", currency: "EUR", date_created: "2025-10-01T12:00:00", date_created_gmt: "2025-10-01T10:00:00" },
      ...{ total: "59.50", total_tax: "9.50", shipping_total: "10.00", billing: { email: "A@x.example" }, customer_id: 0 },
      meta_data: [{ key: "_wc_order_attribution_utm_content", value: "goeswith:v1:holdout:" }],
      line_items: [
        { product_id: 20, variation_id: 21, sku: "M", name: "Mug", quantity: 2, total: "30.00", price: 15 },
        { product_id: 10, variation_id: 0, sku: "", name: "Tee", quantity: 1, total: "10.00", price: 10 },
      ],
      shipping_lines: [{ total: "10.00" }],
      cost_of_goods_sold: { total_value: 16 },
    };
    const back = { id: 502, refunds: [{ total: "-11.90" }], meta_data: [] };
    const { orders } = await readOrdersOf(
      "orders.json",
      JSON.stringify([base, { ...base, ...back }, { ...base, id: 503, status: "pending" }]),
      {
        from: "woocommerce",
      },
    );
    expect(orders).toMatchObject([
      {
        ...{
          order: await idOf("501"),
          at: Date.UTC(2025, 9, 1, 10),
          net: 4000,
          refunded: 0,
          cost: 1600,
          mark: { visit: "v1", arm: "holdout" },
        },
        lines: [
          { names: ["20", "21", "M", "Mug"], quantity: 2, net: 3000 },
          { names: ["10", "Tee"], quantity: 1, net: 1000 },
        ],
      },
      { net: 4000, refunded: 1000, cost: 1200 },
      { isCancelled: true },
    ]);
    expect(orders[1]).not.toHaveProperty("mark");
  });

  test("WooCommerce: the fixtures of the REST API, of an exporter and of Analytics", async () => {
    const rest = await fixture("woocommerce", "woo-orders.json");
    expect(rest.orders.map(({ net, refunded, isCancelled }) => [net, refunded, isCancelled]).slice(0, 3)).toEqual([
      [3600, 0, false],
      [3200, 0, false],
      [900, 0, true],
    ]);
    const lines = await fixture("woocommerce", "woo-order-lines.csv", { currency: "EUR" });
    expect(lines.orders.map(({ net, refunded, isCancelled }) => [net, refunded, isCancelled])).toEqual([
      [3000, 0, false],
      [3000, 0, true],
      [3000, 3000, false],
      [3000, 0, false],
    ]);
    expect(lines.notes).toEqual([
      expect.stringMatching(/there is no column for tax and shipping, which is taken for none; add the columns/),
    ]);
    expect(lines.wrong.map(({ line, what }) => [line, what])).toEqual([[8, "there is neither net nor total"]]);
    await expect(fixture("woocommerce", "woo-analytics.csv", { currency: "EUR" })).rejects.toThrow(/there is neither net nor total/);
    await expect(fixture("woocommerce", "woo-products.csv")).rejects.toThrow("these are products; the orders are needed");
  });

  test("Shopify: sums with tax or without, discounts by line, refunds, trials, the mark among the note attributes", async () => {
    const names = [
      "Name",
      "Email",
      "Financial Status",
      "Currency",
      "Subtotal",
      "Shipping",
      "Taxes",
      "Total",
      "Refunded Amount",
      "Created at",
    ];
    const more = [
      "Lineitem quantity",
      "Lineitem name",
      "Lineitem price",
      "Lineitem sku",
      "Lineitem discount",
      "Note Attributes",
      "Payment Method",
      "Cancelled at",
      "Tags",
    ];
    const line = (name: string, price: string, discount = "0.00") => ["1", name, price, `SKU-${name}`, discount];
    const attributes = "__goeswith_visit: v1\n__goeswith_arm: offers\n__goeswith_offers: cart.cross-sell.tee.mug";
    const time = "2025-10-01 12:00:00 +0200";
    const { orders, tests, notes } = await readOrdersOf(
      "orders.csv",
      csv(
        [...names, ...more],
        [
          "#1",
          "a@x.example",
          "partially_refunded",
          "EUR",
          "96.00",
          "24.00",
          "20.00",
          "120.00",
          "12.00",
          time,
          ...line("Tee", "80.00"),
          attributes,
          "Card",
          "",
          "",
        ],
        ["#1", "a@x.example", "", "", "", "", "", "", "", time, ...line("Mug", "20.00", "4.00"), "", "", "", ""],
        [
          "#2",
          "b@x.example",
          "paid",
          "USD",
          "80.00",
          "20.00",
          "10.00",
          "110.00",
          "0.00",
          time,
          ...line("Tee", "80.00"),
          "",
          "Bogus Gateway",
          "",
          "",
        ],
      ),
      { from: "shopify" },
    );
    expect(orders).toMatchObject([
      {
        ...{ order: await idOf("#1"), at: Date.UTC(2025, 9, 1, 10), currency: "EUR", net: 8000, refunded: 1000, isCancelled: false },
        mark: { visit: "v1", arm: "offers", offers: ["cart.cross-sell.tee.mug"] },
        lines: [
          { names: ["SKU-Tee", "Tee"], quantity: 1, net: 6667 },
          { names: ["SKU-Mug", "Mug"], quantity: 1, net: 1333 },
        ],
      },
      { currency: "USD", net: 8000, isCancelled: true },
    ]);
    expect([tests, notes]).toEqual([1, []]);
  });

  test("Shopify: orders of the Admin API, by what was given back of each line", async () => {
    const order = {
      ...{
        id: 1,
        name: "#1",
        email: "a@x.example",
        created_at: "2025-11-01T10:00:00+01:00",
        currency: "GBP",
        financial_status: "partially_refunded",
      },
      ...{
        subtotal_price: "60.00",
        total_tax: "10.00",
        total_price: "60.00",
        note_attributes: [
          { name: "__goeswith_visit", value: "v1" },
          { name: "__goeswith_arm", value: "offers" },
        ],
      },
      line_items: [
        {
          id: 1,
          product_id: 7001,
          variant_id: 9002,
          sku: "T",
          name: "Tee",
          quantity: 2,
          price: "30.00",
          discount_allocations: [{ amount: "12.00" }],
        },
        { id: 2, product_id: 7002, variant_id: 9003, sku: "M", name: "Mug", quantity: 1, price: "12.00" },
      ],
      ...{ shipping_lines: [], refunds: [{ refund_line_items: [{ line_item_id: 1, quantity: 1 }] }] },
    };
    const paid = { refunds: [{ transactions: [{ kind: "refund", status: "success", amount: "6.00" }] }] };
    const { orders } = await readOrdersOf("orders.json", JSON.stringify({ orders: [order, { ...order, name: "#2", ...paid }] }), {
      from: "shopify",
    });
    expect(orders).toMatchObject([
      {
        ...{ net: 5000, refunded: 2000, mark: { visit: "v1", arm: "offers" } },
        lines: [
          { names: ["7001", "9002", "T", "Tee"], quantity: 1, net: 2000 },
          { names: ["7002", "9003", "M", "Mug"], quantity: 1, net: 1000 },
        ],
      },
      { net: 5000, refunded: 500 },
    ]);
  });

  test("PrestaShop: the query's sums are without tax, states are known by their numbers", async () => {
    const names =
      "id_order reference id_customer current_state date_add currency product_id product_reference product_name product_quantity".split(
        " ",
      );
    const more = [
      "product_quantity_refunded",
      "product_quantity_return",
      "total_paid_tax_excl",
      "total_shipping_tax_excl",
      "total_price_tax_excl",
      "total_refunded_tax_excl",
      "original_wholesale_price",
    ];
    const order = (id: string, state: string, product: string, rest: readonly string[]) => [
      id,
      `REF${id}`,
      "7",
      state,
      "2025-10-01 10:00:00",
      "PLN",
      product,
      `demo_${product}`,
      "Mug",
      ...rest,
    ];
    const { orders } = await readOrdersOf(
      "orders.csv",
      csv(
        [...names, ...more],
        order("1", "5", "1", ["2", "1", "0", "60.00", "10.00", "40.00", "20.00", "5.00"]),
        order("1", "5", "6", ["1", "0", "0", "60.00", "10.00", "10.00", "0.00", "4.00"]),
        order("2", "7", "6", ["1", "0", "0", "10.00", "0", "10.00", "0", "4.00"]),
        order("3", "6", "6", ["1", "0", "0", "10.00", "0", "10.00", "0", "4.00"]),
      ),
      { from: "prestashop" },
    );
    expect(orders).toMatchObject([
      {
        order: await idOf("1"),
        net: 5000,
        refunded: 2000,
        cost: 900,
        lines: [
          { names: ["1", "demo_1", "Mug"], quantity: 1, net: 2000 },
          { quantity: 1, net: 1000 },
        ],
      },
      { net: 1000, refunded: 1000, cost: 0, isCancelled: false, lines: [] },
      { isCancelled: true },
    ]);
    await expect(fixture("prestashop", "presta-orders.csv")).rejects.toThrow("by the query of the README for imports");
  });

  test("OpenCart: sums of the shop's own currency become those of the order's", async () => {
    const { orders } = await readOrdersOf(
      "orders.csv",
      csv(
        "order_id date_added customer_id order_status_id status currency_code currency_value net product_id model name quantity price line_total".split(
          " ",
        ),
        ["1", "2025-10-01 10:00:00", "0", "5", "Complete", "EUR", "0.5", "100.0000", "43", "P16", "MacBook", "1", "80.0000", "80.0000"],
        ["1", "2025-10-01 10:00:00", "0", "5", "Complete", "EUR", "0.5", "100.0000", "40", "P11", "iPhone", "1", "20.0000", "20.0000"],
        ["2", "2025-10-01 10:00:00", "9", "11", "NULL", "USD", "1.0", "20.0000", "40", "P11", "iPhone", "1", "20.0000", "20.0000"],
        ["3", "2025-10-01 10:00:00", "9", "0", "NULL", "USD", "1.0", "20.0000", "40", "P11", "iPhone", "1", "20.0000", "20.0000"],
      ),
      { from: "opencart" },
    );
    expect(orders).toMatchObject([
      { order: await idOf("1"), net: 5000, refunded: 0, lines: [{ names: ["43", "P16", "MacBook"], net: 4000 }, { net: 1000 }] },
      { net: 2000, refunded: 2000, isCancelled: false, lines: [] },
      { isCancelled: true },
    ]);
    expect(orders[0]).not.toHaveProperty("customer");
  });
});
