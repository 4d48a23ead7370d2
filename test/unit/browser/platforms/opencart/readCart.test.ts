import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseHtml } from "../../../../../widget/browser/platforms/shop/parseHtml.ts";
import { createProductIds } from "../../../../../widget/browser/platforms/opencart/createProductIds.ts";
import { readCart } from "../../../../../widget/browser/platforms/opencart/readCart.ts";

const fixture = (name: string) => parseHtml(readFileSync(`test/fixtures/opencart/${name}.html`, "utf8")).body;
const read = (name: string, currency: string) => readCart(fixture(name), currency, createProductIds().of);
const rows = (html: string) => readCart(parseHtml(`<table>${html}</table>`).body, "USD", createProductIds().of).lines;
const row = (cells: string) =>
  rows(`<tr><td><a href="/index.php?product_id=1">One</a></td>${cells}<td><input name="key" value="1"></td></tr>`);

describe("the cart of the header", () => {
  test("of OpenCart 4 is read line by line, oldest first, whatever the names of the products say", () => {
    expect(read("cart4", "USD")).toEqual({
      currency: "USD",
      total: { minor: 132720, currency: "USD" },
      lines: [
        { key: "9", product: "43", quantity: 2, price: { minor: 60200, currency: "USD" }, title: "MacBook x 4" },
        {
          key: "12",
          product: "40",
          quantity: 1,
          price: { minor: 12320, currency: "USD" },
          title: "iPhone",
          options: { Colour: "Black & red", Extra: "Cable, Cloth" },
        },
      ],
    });
  });

  test("of OpenCart 3 is read in another way of writing prices, and a gift voucher is no line of it", () => {
    expect(read("cart3", "EUR")).toEqual({
      currency: "EUR",
      total: { minor: 132720, currency: "EUR" },
      lines: [
        { key: "9", product: "43", quantity: 2, price: { minor: 60200, currency: "EUR" }, title: "MacBook" },
        {
          key: "12",
          product: "40",
          quantity: 1,
          price: { minor: 12320, currency: "EUR" },
          title: "iPhone",
          options: { Colour: "Black and red, wi.." },
        },
      ],
    });
  });

  test("of a theme without tables is read too; a price that cannot be divided is not told for one piece", () => {
    expect(read("cartWithoutTables", "RUB")).toEqual({
      currency: "RUB",
      total: { minor: 249900, currency: "RUB" },
      lines: [{ key: "31", product: "kruzhka-sinyaya", quantity: 5, price: { minor: 49980, currency: "RUB" }, title: "Кружка синяя" }],
    });
  });
});

test.each([
  ["a sum that is no multiple of the count", "<td>x 3</td><td>$10.00</td>", { quantity: 3 }],
  ["prices that only customers see", "<td>x 3</td><td></td>", { quantity: 3 }],
  ["a field for the count", '<td><input name="quantity[1]" value="4"></td>', { quantity: 4 }],
  ["no count at all", "<td></td>", { quantity: 1 }],
])("%s leaves a line without a price of one piece", (_, cells, expected) => {
  expect(row(cells)).toEqual([{ key: "1", product: "1", title: "One", ...expected }]);
});

test("row 94: two rows of one key are one line, and keys that are no numbers keep their order", () => {
  const line = (key: string, id: number) =>
    `<tr><td><a href="/?product_id=${id}">P${id}</a></td><td>x 1</td><td>$1.00</td><td><input name="key" value="${key}"></td></tr>`;
  expect(rows(line("b=", 1) + line("a=", 2) + line("b=", 3)).map(({ key, product }) => [key, product])).toEqual([
    ["b=", "1"],
    ["a=", "2"],
  ]);
});
