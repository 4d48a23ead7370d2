import { expect, test } from "vitest";
import { sameCart } from "../../../../widget/browser/cart/sameCart.ts";
import { aCart, aLine, euro } from "../../../support/builders.ts";

const first = aLine({ variant: "64" });
const second = aLine({ key: "l2", product: "case", boundTo: "l1" });
const cart = { ...aCart(first, second), total: euro(518.9) };

test("the same lines make the same cart, whatever their titles", () => {
  expect(sameCart(cart, { ...cart, lines: cart.lines.map((line) => ({ ...line, title: "Renamed" })) })).toBe(true);
});

test.each([
  ["currency", { ...cart, currency: "PLN" }],
  ["total", { ...cart, total: euro(500) }],
  ["order of lines", { ...cart, lines: [second, first] }],
  ["number of lines", { ...cart, lines: [first] }],
  ["key", { ...cart, lines: [{ ...first, key: "k9" }, second] }],
  ["product", { ...cart, lines: [{ ...first, product: "other" }, second] }],
  ["variant", { ...cart, lines: [{ ...first, variant: "128" }, second] }],
  ["quantity", { ...cart, lines: [{ ...first, quantity: 2 }, second] }],
  ["price", { ...cart, lines: [{ ...first, price: euro(1) }, second] }],
  ["binding", { ...cart, lines: [first, { ...second, boundTo: "l3" }] }],
])("another %s makes another cart", (_, other) => {
  expect(sameCart(cart, other)).toBe(false);
});

test("no cart is the same only as no cart", () => {
  expect([sameCart(undefined, undefined), sameCart(cart, undefined), sameCart(undefined, cart)]).toEqual([true, false, false]);
});
