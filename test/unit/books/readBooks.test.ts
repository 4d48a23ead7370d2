import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shortOrderHash } from "../../../widget/browser/lib/hashOrder.ts";
import { readBooks } from "../../../widget/books/readBooks.ts";
import { idOf, readOrdersOf, SHOP } from "../../support/books.ts";
import { aFolder, csv } from "../../support/training.ts";

const HEADER = "order time currency net refunded cancelled cost customer mark product quantity returned line_net".split(" ");
const row = (over: Readonly<Record<string, string>>) =>
  HEADER.map(
    (name) =>
      over[name] ?? ({ order: "1", time: "2026-05-01T10:00:00Z", currency: "EUR", net: "40.00" } as Record<string, string>)[name] ?? "",
  );

describe("a table with our own columns", () => {
  test("gives orders with their lines, hashed, and nothing that names a customer", async () => {
    const { orders, wrong, named } = await readOrdersOf(
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
    const { orders, tests } = await readOrdersOf(
      "orders.csv",
      csv(
        HEADER,
        row({ currency: "jpy", net: "1500", refunded: "2000" }),
        row({ order: "2", cancelled: "yes" }),
        row({ order: "TEST-3" }),
        row({ order: "4", cancelled: "no", cost: "0" }),
      ),
    );
    expect(orders.map(({ currency, net, refunded, isCancelled, lines }) => [currency, net, refunded, isCancelled, lines])).toEqual([
      ["JPY", 1500, 1500, false, []],
      ["EUR", 4000, 0, true, undefined],
      ["EUR", 4000, 0, true, undefined],
      ["EUR", 4000, 0, false, undefined],
    ]);
    expect(tests).toBe(1);
    expect(orders[3]).not.toHaveProperty("cost");
  });

  test("has wrong rows counted and named by line, and the rest stays", async () => {
    const { orders, wrong } = await readOrdersOf(
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
    const { orders } = await readOrdersOf(
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
    const { orders } = await readOrdersOf("orders.csv", csv(HEADER, row({}), row({ order: "2" })), {});
    expect(orders).toHaveLength(2);
    const folder = await aFolder();
    await writeFile(join(folder, "a.csv"), csv(HEADER, row({})));
    await writeFile(join(folder, "b.csv"), csv(HEADER, row({ refunded: "15" })));
    const later = await readBooks({ shop: SHOP, files: [join(folder, "*.csv")] });
    expect(later.orders.map(({ refunded }) => refunded)).toEqual([1500]);
    await expect(readOrdersOf("x.csv", csv(["order", "time", "currency"], ["1", "2026-01-01", "EUR"]))).rejects.toThrow(
      /does not say what the orders came to; needed are order, time, currency .*\nfound:\n {2}order, time, currency/,
    );
    await expect(readOrdersOf("x.csv", csv(["when", "net"], ["2026-01-01", "1"]))).rejects.toThrow(/needed columns are missing/);
    await expect(
      readOrdersOf("x.csv", csv(HEADER, row({ time: "?" }), row({ order: "2", time: "?" }), row({ order: "3" }))),
    ).rejects.toThrow(/most of its orders cannot be read, the first in line 2 \(time cannot be read: \?\)\. Nothing was stored/);
    await expect(readBooks({ shop: SHOP, from: "magento", files: ["x"] })).rejects.toThrow("one of woocommerce, shopify");
  });
});

test("JSON lines give the same, with lines in a list and the mark as an object", async () => {
  const order = { order: 7, time: 1_777_629_600_000, total: 47.6, tax: 7.6, refunded: 11.9, mark: { visit: "v1", arm: "none" } };
  const lines = [
    { product: "case", sku: "C-1", quantity: 2, returned: 1, net: 40 },
    { names: ["x", "y"], quantity: 1 },
  ];
  const { orders } = await readOrdersOf(
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
  await expect(readOrdersOf("orders.jsonl", `${JSON.stringify(order)}\n{"order":`)).rejects.toThrow(
    /orders\.jsonl, record 2: the file ends/,
  );
});
