import { beforeEach, expect, test } from "vitest";
import { createTally } from "../../../../../widget/browser/platforms/datalayer/createTally.ts";
import { keepCart } from "../../../../../widget/browser/flow/keepCart.ts";
import { guarded } from "../../../../../widget/browser/lib/guard.ts";
import { openStore } from "../../../../../widget/browser/lib/storage.ts";

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, "", "/");
});

const item = (id: string, quantity = 1, more: object = {}) => ({ item_id: id, item_name: id, price: 5, quantity, ...more });
const told = (event: string, ...items: readonly object[]) => ({ event, ecommerce: { currency: "USD", items } });

function open(...entries: readonly unknown[]) {
  let layer: unknown = [...entries];
  const tally = createTally(() => layer, { variant: "item_variant" });
  return {
    tally,
    push: (...more: readonly unknown[]) => (layer as unknown[]).push(...more),
    replace: (next: unknown) => (layer = next),
    held() {
      tally.look();
      return tally.cart().lines.map(({ key, quantity }) => `${key} ${quantity}`);
    },
  };
}

test("additions and removals add up, variants apart, and a whole cart takes the place of all that", () => {
  const { held, push } = open(told("add_to_cart", item("a", 2), item("b", 1, { item_variant: "red" })));
  expect(held()).toEqual(["a 2", "b red 1"]);
  push(told("add_to_cart", item("b", 1, { item_variant: "blue" })), told("remove_from_cart", item("a")));
  expect(held()).toEqual(["a 1", "b red 1", "b blue 1"]);
  push(told("remove_from_cart", item("a", 5), item("never")));
  expect(held()).toEqual(["b red 1", "b blue 1"]);
  push(told("view_cart", item("c", 3), item("c")));
  expect(held()).toEqual(["c 4"]);
  push(told("begin_checkout"));
  expect(held()).toEqual(["c 4"]);
  push(told("view_cart"));
  expect(held()).toEqual([]);
});

test("a line has the newest price and name it was told with", () => {
  const { tally, push } = open(told("add_to_cart", item("a")));
  push(told("add_to_cart", item("a", 1, { price: 4, item_name: "A" })));
  tally.look();
  expect(tally.cart()).toEqual({
    currency: "USD",
    lines: [{ key: "a", product: "a", title: "A", quantity: 2, price: { minor: 400, currency: "USD" } }],
  });
});

test("an order empties the cart", () => {
  expect(open(told("add_to_cart", item("a")), told("purchase", item("a"))).held()).toEqual([]);
});

test("the same told to two tools counts once", () => {
  const gtag = (event: string, ...items: readonly object[]) => ({ 0: "event", 1: event, 2: { currency: "USD", items }, length: 3 });
  const { held, push } = open(told("add_to_cart", item("a")), gtag("add_to_cart", item("a")));
  push(gtag("add_to_cart", item("a")), told("add_to_cart", item("a")));
  expect(held()).toEqual(["a 2"]);
});

test("each entry counts once, whatever becomes of the array", () => {
  const first = told("add_to_cart", item("a"));
  const second = told("add_to_cart", item("a"));
  const { held, push, replace } = open({ event: "gtm.js" }, first);
  expect(held()).toEqual(["a 1"]);
  // Trimmed from the front, as tag managers do.
  replace([first, second]);
  expect(held()).toEqual(["a 2"]);
  replace([{ event: "gtm.js" }, second, first]);
  expect(held()).toEqual(["a 2"]);
  replace([]);
  push(told("add_to_cart", item("b")));
  expect(held()).toEqual(["a 2", "b 1"]);
  for (const none of [undefined, "text", document.createElement("form")]) {
    replace(none);
    expect(held()).toEqual(["a 2", "b 1"]);
  }
});

test("row 60: an entry that throws when it is read stays out, and those after it count", () => {
  const hostile = {
    get event(): never {
      throw new Error("hostile");
    },
  };
  const before = guarded.count;
  expect(open(hostile, 5, null, told("add_to_cart", item("a"))).held()).toEqual(["a 1"]);
  expect(guarded.count).toBe(before + 1);
});

test("the number is another one after trade alone", () => {
  const { tally, push } = open();
  const first = tally.look();
  push({ event: "scroll" });
  expect(tally.look()).toBe(first);
  push(told("view_item", item("a")));
  expect(tally.look()).not.toBe(first);
});

test("what was told at another address is not of this page", () => {
  const { tally, push } = open(told("view_item", item("a")));
  tally.look();
  expect(tally.newest("view")?.items[0]?.product).toBe("a");
  history.replaceState(null, "", "/other");
  expect(tally.newest("view")).toBeUndefined();
  push(told("view_item", item("b")), told("view_cart", item("a")));
  tally.look();
  expect([tally.newest("view")?.items[0]?.product, tally.newest("view", "cart")?.kind]).toEqual(["b", "cart"]);
});

test("a page begins with the cart that the shopper allows to remember, and stores nothing itself", () => {
  const keeper = keepCart(openStore("session"), () => true);
  const { tally } = open(told("add_to_cart", item("a", 2)));
  tally.look();
  expect(sessionStorage.length).toBe(0);
  expect(open().held()).toEqual([]);
  keeper.keep(tally.cart());
  expect(open(told("add_to_cart", item("b"))).held()).toEqual(["a 2", "b 1"]);
});

test("what was emptied does not come back with the next page", () => {
  const keeper = keepCart(openStore("session"), () => true);
  const { tally } = open(told("add_to_cart", item("a")));
  tally.look();
  keeper.keep(tally.cart());
  expect(open(told("remove_from_cart", item("a"))).held()).toEqual([]);
  expect(open().held()).toEqual([]);
});

test.each(["no JSON", "[]", '{"lines":5}', '{"lines":[5,null]}'])("a kept cart of the shape %s is none", (text) => {
  sessionStorage.setItem("goeswith.cart", text);
  expect(open(told("add_to_cart", item("a"))).held()).toEqual(["a 1"]);
});
