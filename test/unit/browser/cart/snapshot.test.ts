import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Cart } from "../../../../widget/types/cart.ts";
import { snapshot } from "../../../../widget/browser/cart/snapshot.ts";
import { aCart, aLine, euro } from "../../../support/builders.ts";

const NONE: Cart = { currency: "none", lines: [] };
const read = (...lines: readonly unknown[]): Cart => snapshot({ currency: "EUR", lines }) ?? NONE;

test("keeps a sound cart as it is", () => {
  const cart = { ...aCart(aLine({ variant: "64", options: { memory: "64 GB" } }), aLine({ key: "l2", boundTo: "l1" })), total: euro(998) };
  expect(snapshot(cart)).toEqual(cart);
});

test("freezes every part", () => {
  const cart = snapshot({ ...aCart(aLine({ options: { memory: "64 GB" } })), total: euro(5) }) ?? NONE;
  const parts = [cart, cart.lines, cart.total, cart.lines[0], cart.lines[0]?.price, cart.lines[0]?.options];
  expect(parts.every(Object.isFrozen)).toBe(true);
});

test("makes ids of numbers strings", () => {
  expect(read({ key: 7, product: 12, variant: 3, quantity: 1 }).lines).toEqual([{ key: "7", product: "12", variant: "3", quantity: 1 }]);
});

test.each([0, -1, 1.5, Number.NaN, Infinity, "1;DROP", null, undefined, {}, true])(
  "row 92: drops a line whose quantity is %s",
  (quantity) => {
    expect(read({ key: "a", product: "p", quantity }, aLine()).lines).toEqual([aLine()]);
  },
);

test.each(["", null, undefined, {}, Number.NaN])("drops a line whose product is %s", (product) => {
  expect(read({ key: "a", product, quantity: 1 }).lines).toEqual([]);
});

test.each([
  ["a fraction of a cent", { minor: 1.5, currency: "EUR" }],
  ["less than nothing", { minor: -1, currency: "EUR" }],
  ["not a number", { minor: Number.NaN, currency: "EUR" }],
  ["endless", { minor: Infinity, currency: "EUR" }],
  ["of another currency", { minor: 100, currency: "USD" }],
  ["text", "1.234,50"],
])("row 94: leaves out a price that is %s", (_, price) => {
  expect(read({ key: "a", product: "p", quantity: 1, price }).lines).toEqual([{ key: "a", product: "p", quantity: 1 }]);
});

test("row 94: lines that share a key get keys of their own", () => {
  const keys = read(aLine(), aLine(), aLine({ key: "l1~1" }), aLine()).lines.map(({ key }) => key);
  expect(keys[0]).toBe("l1");
  expect(new Set(keys).size).toBe(4);
});

test("row 94: of 10 000 lines the newest 500 stay", () => {
  const cart = read(...Array.from({ length: 10_000 }, (_, at) => aLine({ key: `l${at}` })));
  expect(cart.lines).toHaveLength(500);
  expect(cart.lines.at(-1)?.key).toBe("l9999");
});

test.each([null, undefined, "cart", 3, [], { lines: {} }, { lines: "none" }])("row 94: %j is no cart", (raw) => {
  expect(snapshot(raw, "EUR")).toBeUndefined();
});

test("nothing at all in it is an empty cart in the currency of the page", () => {
  expect(snapshot({}, "PLN")).toEqual({ currency: "PLN", lines: [] });
});

test.each([
  ["eur", "EUR"],
  ["€", "PLN"],
  ["EURO", "PLN"],
  [978, "PLN"],
])("row 94: the currency %j is read as %s", (currency, expected) => {
  expect(snapshot({ currency, lines: [] }, "PLN")?.currency).toBe(expected);
});

test("row 101: a key named __proto__ reaches no prototype", () => {
  const raw: unknown = JSON.parse(
    '{"__proto__":{"polluted":1},"currency":"EUR","lines":[{"key":"__proto__","product":"p","quantity":1,"options":{"__proto__":"x","constructor":"y"}}]}',
  );
  const cart = snapshot(raw) ?? NONE;
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(cart.lines[0]?.options ?? {})).toEqual(["constructor"]);
});

test("a getter of the shop that throws makes it no cart", () => {
  const raw = {
    get lines(): never {
      throw new Error("hostile");
    },
  };
  expect(snapshot(raw)).toBeUndefined();
});

test("row 94: whatever the shop returns, the cart is sound or absent", () => {
  const scalar = fc.oneof(fc.anything(), fc.integer({ min: -2, max: 9 }), fc.constantFrom("EUR", "p", "1.234,50", "1e400"));
  const money = fc.oneof(scalar, fc.record({ minor: scalar, currency: scalar }));
  const line = fc.oneof(
    scalar,
    fc.record({ key: scalar, product: scalar, variant: scalar, quantity: scalar, price: money, options: fc.object(), boundTo: scalar }),
  );
  const hostile = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.record({ currency: scalar, lines: fc.oneof(scalar, fc.array(line)), total: money }),
  );
  fc.assert(
    fc.property(hostile, (raw) => {
      const cart = snapshot(raw, "EUR");
      if (!cart) return;
      expect(cart.currency).toMatch(/^[A-Z]{3}$/);
      expect(new Set(cart.lines.map(({ key }) => key)).size).toBe(cart.lines.length);
      for (const { key, product, quantity, price } of cart.lines) {
        expect([typeof key, typeof product]).toEqual(["string", "string"]);
        expect(Number.isSafeInteger(quantity) && quantity > 0).toBe(true);
        expect(price === undefined || (price.currency === cart.currency && Number.isSafeInteger(price.minor) && price.minor >= 0)).toBe(
          true,
        );
      }
      expect(snapshot(cart)).toEqual(cart);
    }),
    { numRuns: 500 },
  );
});
