import { beforeEach, expect, test, vi } from "vitest";
import { accompanyOrder } from "../../../../widget/browser/flow/accompanyOrder.ts";
import { snapshot } from "../../../../widget/browser/cart/snapshot.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";
import { aCart, aLine } from "../../../support/builders.ts";

const cart = snapshot(aCart(aLine()));
beforeEach(() => sessionStorage.clear());

function open() {
  const mark = vi.fn(async () => {});
  const visit = { id: "v1", arm: "offers" as const, eligible: true };
  return { mark, ...accompanyOrder({ platform: { mark }, visit, mayStore: () => true, store: openStore("session"), taken: () => [] }) };
}

test("a cart is marked and known until it is an order", () => {
  const { mark, look, last, ordered } = open();
  look(cart);
  look(snapshot(aCart()));
  expect([mark.mock.calls.length, last()]).toEqual([1, cart]);
  ordered();
  expect([last(), sessionStorage.length]).toEqual([undefined, 0]);
});

test("the cart after an order is marked anew, on a page that never saw an empty one", () => {
  const first = open();
  first.look(cart);
  first.ordered();
  const next = open();
  next.look(cart);
  expect(next.mark).toHaveBeenCalledTimes(1);
});

test("nothing stays when consent is taken back", () => {
  const { look, purge } = open();
  look(cart);
  expect(sessionStorage).toHaveLength(2);
  purge();
  expect(sessionStorage).toHaveLength(0);
});
