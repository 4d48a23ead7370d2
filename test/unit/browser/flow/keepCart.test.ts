import { beforeEach, expect, test } from "vitest";
import { snapshot } from "../../../../widget/browser/cart/snapshot.ts";
import { keepCart } from "../../../../widget/browser/flow/keepCart.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";
import { aCart, aLine, euro } from "../../../support/builders.ts";

const store = openStore("session");
const cart = snapshot({
  ...aCart(aLine({ variant: "v", options: { Colour: "Blue" } }), aLine({ key: "l2", boundTo: "l1" })),
  total: euro(998),
});
beforeEach(() => sessionStorage.clear());

test("the newest cart with anything in it is known on the next page, as it was", () => {
  const kept = keepCart(store, () => true);
  kept.keep(aCart(aLine({ product: "old" })));
  kept.keep(cart);
  kept.keep(aCart());
  kept.keep(undefined);
  expect(keepCart(store, () => true).read()).toEqual(cart);
});

test("nothing is kept or read without consent", () => {
  let may = false;
  const kept = keepCart(store, () => may);
  kept.keep(cart);
  expect([sessionStorage.length, kept.read()]).toEqual([0, undefined]);
  may = true;
  kept.keep(cart);
  may = false;
  expect(kept.read()).toBeUndefined();
});

test("an order that is known, or consent that is taken back, leaves nothing", () => {
  const kept = keepCart(store, () => true);
  kept.keep(cart);
  kept.purge();
  expect([sessionStorage.length, kept.read()]).toEqual([0, undefined]);
});

test.each(['{"', "null", "[1,2]", "7", '{"currency":"EUR","lines":{}}'])("row 40: %s in its place is no cart", (text) => {
  sessionStorage.setItem("goeswith.cart", text);
  expect(keepCart(store, () => true).read()).toBeUndefined();
});
