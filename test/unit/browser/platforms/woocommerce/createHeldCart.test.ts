import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHeldCart } from "../../../../../widget/browser/platforms/woocommerce/createHeldCart.ts";

const page = window as { wp?: unknown };
const items = [{ key: "a", id: 13, quantity: 1 }];
let store: { isRead: boolean; cart: object; asked: number };

beforeEach(() => {
  store = { isRead: true, cart: { items, totals: {}, crossSells: [{ id: 14 }] }, asked: 0 };
  const select = () => ({
    hasFinishedResolution: (name: string) => name === "getCartData" && store.isRead,
    getCartData: () => (store.asked++, store.cart),
  });
  page.wp = { data: { select, dispatch: () => ({}) } };
});
afterEach(() => {
  delete page.wp;
});

describe("createHeldCart", () => {
  it("is the cart that the page's blocks hold, with its cross-sells", () => {
    expect(createHeldCart().read(false)).toMatchObject({ items, cross_sells: [{ id: 14 }] });
  });

  it("is not believed once the cart may have changed, unless the blocks told of it themselves", () => {
    const held = createHeldCart();
    expect(held.read(true)).toBeUndefined();
    held.tell(true);
    expect(held.read(true)).toMatchObject({ items });
    expect(held.read(true)).toBeUndefined();
    held.tell(true);
    held.tell(false);
    expect(held.read(true)).toBeUndefined();
    expect(held.now()).toMatchObject({ items });
  });

  it("does not have the blocks read the cart that they have not read", () => {
    store.isRead = false;
    expect(createHeldCart().read(false)).toBeUndefined();
    expect(store.asked).toBe(0);
  });

  it("is nothing where it is empty, or there are no such blocks", () => {
    store.cart = { items: [] };
    expect(createHeldCart().read(false)).toBeUndefined();
    for (const wp of [undefined, {}, { data: {} }, { data: { select: () => undefined, dispatch: () => undefined } }, document.body]) {
      page.wp = wp;
      expect(createHeldCart().read(false)).toBeUndefined();
    }
  });
});
