import { expect, test } from "vitest";
import { readOrder } from "../../../../../widget/browser/platforms/markup/readOrder.ts";

const read = (text: string) => {
  document.body.innerHTML = '<script type="application/json" data-goeswith="order"></script>';
  document.querySelector("script")?.replaceChildren(text);
  return readOrder();
};

test("reads id, currency, total and lines", () => {
  expect(
    read('{"id":1001,"currency":"EUR","total":"34.85","lines":[{"product":"P1","variant":"v","quantity":2,"price":14.95,"title":"Case"}]}'),
  ).toEqual({
    id: "1001",
    currency: "EUR",
    total: { minor: 3485, currency: "EUR" },
    lines: [{ product: "P1", variant: "v", quantity: 2, price: { minor: 1495, currency: "EUR" } }],
  });
});

test.each(["", "null", "{broken", '{"currency":"EUR","lines":[]}', '{"id":"1","lines":[]}', '{"id":"1","currency":"euro"}'])(
  "%j is no order",
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

test("a page without the script tells no order", () => {
  document.body.innerHTML = "";
  expect(readOrder()).toBeUndefined();
});
