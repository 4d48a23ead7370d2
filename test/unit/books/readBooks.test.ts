import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hashOrder, shortOrderHash } from "../../../widget/browser/lib/hashOrder.ts";
import { type BookQuestion, readBooks } from "../../../widget/books/readBooks.ts";
import { EXPORTS } from "../../support/exports.ts";
import { aFolder, csv } from "../../support/training.ts";

const SHOP = "aster.example";

/** Reads a text as a file of exports. */
async function read(name: string, text: string, over: Partial<BookQuestion> = {}) {
  const file = join(await aFolder(), name);
  await writeFile(file, text);
  return readBooks({ shop: SHOP, files: [file], ...over });
}

const fixture = (from: string, name: string, over: Partial<BookQuestion> = {}) =>
  readBooks({ shop: SHOP, from, files: [join(EXPORTS, name)], ...over });

const idOf = (order: string) => hashOrder(SHOP, order);

const HEADER = [
  "order",
  "time",
  "currency",
  "net",
  "refunded",
  "cancelled",
  "cost",
  "customer",
  "mark",
  "product",
  "quantity",
  "returned",
  "line_net",
];
const row = (over: Readonly<Record<string, string>>) =>
  HEADER.map(
    (name) =>
      over[name] ?? ({ order: "1", time: "2026-05-01T10:00:00Z", currency: "EUR", net: "40.00" } as Record<string, string>)[name] ?? "",
  );

describe("a table with our own columns", () => {
  test("gives orders with their lines, hashed, and nothing that names a customer", async () => {
    const { orders, wrong, named } = await read(
      "orders.csv",
      csv(
        HEADER,
        row({
          cost: "10.00",
          customer: "Ann@Example.com",
          mark: "v1:offers:cart.cross-sell.phone.case",
          product: "phone",
          quantity: "1",
          line_net: "30",
        }),
        row({ product: "case", quantity: "2", returned: "1", line_net: "10" }),
        row({ order: "2", time: "2026-05-02", customer: "ann@example.com", net: "5.00" }),
      ),
    );
    const customer = orders[1]?.customer;
    expect(customer).toMatch(/^[0-9a-f]{64}$/);
    expect(orders).toEqual([
      {
        ...{
          shop: SHOP,
          order: await idOf("1"),
          at: Date.UTC(2026, 4, 1, 10),
          currency: "EUR",
          net: 4000,
          refunded: 500,
          isCancelled: false,
        },
        ...{ cost: 875, customer, mark: { visit: "v1", arm: "offers", offers: ["cart.cross-sell.phone.case"] } },
        lines: [
          { names: ["phone"], quantity: 1, net: 3000 },
          { names: ["case"], quantity: 1, net: 500 },
        ],
      },
      {
        shop: SHOP,
        order: await idOf("2"),
        at: Date.UTC(2026, 4, 2),
        currency: "EUR",
        net: 500,
        refunded: 0,
        isCancelled: false,
        customer,
      },
    ]);
    expect(JSON.stringify(orders)).not.toMatch(/ann@/i);
    expect([wrong, named.map(([, kind]) => kind)]).toEqual([[], ["orders as a table"]]);
  });

  test("row 144: keeps currencies apart, gives back no more than there was, and cancels what the shop did", async () => {
    const { orders, tests } = await read(
      "orders.csv",
      csv(
        HEADER,
        row({ currency: "jpy", net: "1500", refunded: "2000" }),
        row({ order: "2", cancelled: "yes" }),
        row({ order: "TEST-3" }),
        row({ order: "4", cancelled: "no" }),
      ),
    );
    expect(orders.map(({ currency, net, refunded, isCancelled, lines }) => [currency, net, refunded, isCancelled, lines])).toEqual([
      ["JPY", 1500, 1500, false, []],
      ["EUR", 4000, 0, true, undefined],
      ["EUR", 4000, 0, true, undefined],
      ["EUR", 4000, 0, false, undefined],
    ]);
    expect(tests).toBe(1);
  });

  test("has wrong rows counted and named by line, and the rest stays", async () => {
    const { orders, wrong } = await read(
      "orders.csv",
      csv(
        HEADER,
        ...["1", "2", "3", "4"].map((order) => row({ order })),
        row({ order: "5", time: "soon" }),
        row({ order: "6", net: "much" }),
        row({ order: "", product: "case" }),
        row({ order: "8", currency: "€" }),
      ),
    );
    expect(orders).toHaveLength(4);
    expect(wrong.map(({ line, what }) => [line, what])).toEqual([
      [6, "time cannot be read: soon"],
      [7, "net is no sum: much"],
      [8, "no order id"],
      [9, "no currency: €"],
    ]);
  });

  test("reads order lines that go on with the row above, or stand apart, as one order", async () => {
    const blank = Object.fromEntries(HEADER.map((name) => [name, ""]));
    const { orders } = await read(
      "orders.csv",
      csv(
        HEADER,
        row({ product: "a", quantity: "1" }),
        row({ ...blank, product: "b", quantity: "1" }),
        row({ order: "2" }),
        row({ ...blank, order: "1", product: "c" }),
      ),
    );
    expect(orders.map(({ net, lines }) => [net, lines?.map(({ names }) => names.join())])).toEqual([
      [4000, ["a", "b", "c"]],
      [4000, undefined],
    ]);
  });

  test("in which an order comes twice has it once, as it was told last; what cannot be understood gives nothing", async () => {
    const { orders } = await read("orders.csv", csv(HEADER, row({}), row({ order: "2" })), {});
    expect(orders).toHaveLength(2);
    const folder = await aFolder();
    await writeFile(join(folder, "a.csv"), csv(HEADER, row({})));
    await writeFile(join(folder, "b.csv"), csv(HEADER, row({ refunded: "15" })));
    const later = await readBooks({ shop: SHOP, files: [join(folder, "*.csv")] });
    expect(later.orders.map(({ refunded }) => refunded)).toEqual([1500]);
    await expect(read("x.csv", csv(["order", "time", "currency"], ["1", "2026-01-01", "EUR"]))).rejects.toThrow(
      /does not say what the orders came to; needed are order, time, currency .*\nfound:\n {2}order, time, currency/,
    );
    await expect(read("x.csv", csv(["when", "net"], ["2026-01-01", "1"]))).rejects.toThrow(/needed columns are missing/);
    await expect(read("x.csv", csv(HEADER, row({ time: "?" }), row({ order: "2", time: "?" }), row({ order: "3" })))).rejects.toThrow(
      /most of its orders cannot be read, the first in line 2 \(time cannot be read: \?\)\. Nothing was stored/,
    );
    await expect(readBooks({ shop: SHOP, from: "magento", files: ["x"] })).rejects.toThrow("one of woocommerce, shopify");
  });
});

test("JSON lines give the same, with lines in a list and the mark as an object", async () => {
  const order = { order: 7, time: 1_777_629_600_000, total: 47.6, tax: 7.6, refunded: 11.9, mark: { visit: "v1", arm: "none" } };
  const lines = [
    { product: "case", sku: "C-1", quantity: 2, returned: 1, net: 40 },
    { names: ["x", "y"], quantity: 1 },
  ];
  const { orders } = await read(
    "orders.jsonl",
    `${JSON.stringify({ ...order, lines })}\n${JSON.stringify({ ...order, order: 8, test: true, lines: [] })}\n`,
    {
      currency: "EUR",
      isPlainHttp: true,
    },
  );
  expect(orders).toMatchObject([
    {
      order: shortOrderHash(SHOP, "7"),
      net: 4000,
      refunded: 1000,
      mark: { visit: "v1", arm: "none" },
      lines: [{ names: ["case", "C-1"], quantity: 1 }, { names: ["x", "y"] }],
    },
    { isCancelled: true },
  ]);
  await expect(read("orders.jsonl", `${JSON.stringify(order)}\n{"order":`)).rejects.toThrow(/orders\.jsonl, record 2: the file ends/);
});

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
    const { orders } = await read("orders.json", JSON.stringify([base, { ...base, ...back }, { ...base, id: 503, status: "pending" }]), {
      from: "woocommerce",
    });
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
    const { orders, tests, notes } = await read(
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
    const { orders } = await read("orders.json", JSON.stringify({ orders: [order, { ...order, name: "#2", ...paid }] }), {
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
    const names = [
      "id_order",
      "reference",
      "id_customer",
      "current_state",
      "date_add",
      "currency",
      "product_id",
      "product_reference",
      "product_name",
      "product_quantity",
    ];
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
    const { orders } = await read(
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
    const { orders } = await read(
      "orders.csv",
      csv(
        [
          "order_id",
          "date_added",
          "customer_id",
          "order_status_id",
          "currency_code",
          "currency_value",
          "net",
          "product_id",
          "model",
          "name",
          "quantity",
          "price",
          "line_total",
        ],
        ["1", "2025-10-01 10:00:00", "0", "5", "EUR", "0.5", "100.0000", "43", "P16", "MacBook", "1", "80.0000", "80.0000"],
        ["1", "2025-10-01 10:00:00", "0", "5", "EUR", "0.5", "100.0000", "40", "P11", "iPhone", "1", "20.0000", "20.0000"],
        ["2", "2025-10-01 10:00:00", "9", "11", "USD", "1.0", "20.0000", "40", "P11", "iPhone", "1", "20.0000", "20.0000"],
        ["3", "2025-10-01 10:00:00", "9", "0", "USD", "1.0", "20.0000", "40", "P11", "iPhone", "1", "20.0000", "20.0000"],
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
