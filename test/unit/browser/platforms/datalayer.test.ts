import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { snapshot } from "../../../../widget/browser/cart/snapshot.ts";
import { said } from "../../../../widget/browser/lib/say.ts";
import { createDatalayer } from "../../../../widget/browser/platforms/datalayer.ts";

const page = window as object as Record<string, unknown>;
const never = new AbortController().signal;
const open = (own: Readonly<Record<string, string>> = {}) => createDatalayer({ cartUrls: [], cartEvents: [], own });
const item = (id: string, more: object = {}) => ({ item_id: id, item_name: id, price: 5, quantity: 1, ...more });
const told = (event: string, ...items: readonly object[]) => ({ event, ecommerce: { currency: "USD", items } });
const push = (...entries: readonly unknown[]) => (page["dataLayer"] as unknown[]).push(...entries);

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, "", "/");
  document.body.innerHTML = "";
  sessionStorage.clear();
  page["dataLayer"] = [];
});

afterEach(() => {
  vi.useRealTimers();
  for (const name of ["dataLayer", "shopLayer"]) Reflect.deleteProperty(window, name);
});

test("an array of another name is read", async () => {
  page["shopLayer"] = [told("add_to_cart", item("a"))];
  expect(snapshot(await open({ dataLayer: "shopLayer" }).readCart(never))?.lines).toMatchObject([{ product: "a" }]);
});

test("a page without such an array has an empty cart", async () => {
  Reflect.deleteProperty(window, "dataLayer");
  expect(await open().readCart(never)).toEqual({ currency: "", lines: [] });
});

test("the product in view is the one that was told of alone", () => {
  push(told("view_item", item("a", { item_variant: "red" })));
  const { context } = open({ variant: "item_variant" });
  expect(context()).toEqual({
    ...{ locale: "en", step: "product", currency: "USD", variant: "red" },
    view: { id: "a", title: "a", price: { minor: 500, currency: "USD" } },
  });
  push(told("view_item", item("a"), item("b")));
  expect(context().view).toBeUndefined();
});

test("where none was told of it is the one the page's markup is about", () => {
  document.body.innerHTML = '<div itemscope itemtype="https://schema.org/Product"><meta itemprop="sku" content="P2"></div>';
  expect(open().context()).toMatchObject({ step: "product", view: { id: "P2" } });
});

test.each([
  ["/basket", [], "cart"],
  ["/checkout", [], "checkout"],
  ["/", ["view_cart"], "cart"],
  ["/step-2", ["begin_checkout"], "checkout"],
  ["/step-3", ["purchase"], "confirmation"],
  ["/lamp", ["view_item", "view_cart"], "product"],
  ["/", [], undefined],
])("%s, where %j was told, is of the step %s", (path, events, step) => {
  history.replaceState(null, "", path);
  push(...events.map((event) => told(event, item("a"))));
  expect(open().context().step).toBe(step);
});

test("an order is told with its lines, and one without an id is none", async () => {
  push({ event: "purchase", ecommerce: { currency: "USD", items: [item("a")] } });
  const platform = open();
  expect(await platform.order?.()).toBeUndefined();
  push({ event: "purchase", ecommerce: { currency: "USD", transaction_id: 17, value: "6.50", items: [item("a", { quantity: 2 })] } });
  expect(await platform.order?.()).toEqual({
    ...{ id: "17", currency: "USD", total: { minor: 650, currency: "USD" } },
    lines: [{ product: "a", quantity: 2, price: { minor: 500, currency: "USD" } }],
  });
});

test("what is pushed is heard within half a second, by whoever listens, and what is no trade is not", async () => {
  const platform = open();
  await platform.readCart(never);
  const [cart, view] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const stops = [platform.watch("cart", cart), platform.watch("page", view)];
  push({ event: "scroll" });
  vi.advanceTimersByTime(500);
  expect([cart.mock.calls.length, view.mock.calls.length]).toEqual([0, 0]);
  push(told("add_to_cart", item("a")));
  vi.advanceTimersByTime(500);
  expect([cart.mock.calls.length, view.mock.calls.length]).toEqual([1, 1]);
  stops.forEach((stop) => stop());
});

test("what was pushed between the reading and the watching is heard", async () => {
  const platform = open();
  await platform.readCart(never);
  push(told("add_to_cart", item("a")));
  platform.context();
  const heard = vi.fn<() => void>();
  const stop = platform.watch("cart", heard);
  vi.advanceTimersByTime(500);
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
});

test("row 83: the array and its push are as found, while it is watched and after", async () => {
  const layer = page["dataLayer"];
  const stop = open().watch("cart", () => {});
  await vi.dynamicImportSettled();
  expect([page["dataLayer"] === layer, Object.getOwnPropertyNames(layer), vi.getTimerCount()]).toEqual([true, ["length"], 1]);
  stop();
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

test("the shop's own word and its own events are heard as on any platform, until the stop", async () => {
  const heard = vi.fn<() => void>();
  const stop = createDatalayer({ cartUrls: [], cartEvents: ["basket:changed"], own: {} }).watch("cart", heard);
  await vi.dynamicImportSettled();
  const tell = () => ["goeswith:change", "basket:changed"].forEach((name) => document.dispatchEvent(new Event(name)));
  tell();
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  tell();
  expect(heard).toHaveBeenCalledTimes(2);
});

test("a watch that is stopped at once never begins", async () => {
  const heard = vi.fn<() => void>();
  open().watch("page", heard)();
  await vi.dynamicImportSettled();
  document.dispatchEvent(new Event("goeswith:change"));
  push(told("view_item", item("a")));
  vi.advanceTimersByTime(500);
  expect(heard).not.toHaveBeenCalled();
});

test("a pattern that is no regular expression is named once, and ids are taken whole", async () => {
  const info = vi.spyOn(console, "info").mockImplementation(() => {});
  said.clear();
  push(told("add_to_cart", item("sku_7")));
  expect((await open({ pattern: "(" }).readCart(never)).lines).toMatchObject([{ product: "sku_7" }]);
  expect(info.mock.calls.join()).toContain("platform.own.pattern");
  info.mockRestore();
  expect((await open({ pattern: "_(\\d+)$" }).readCart(never)).lines).toMatchObject([{ product: "7" }]);
});

test("it cannot write", async () => {
  const { add, swap, remove, setQuantity, products } = open();
  expect(await add({ product: "a", quantity: 1 })).toEqual({ ok: false, reason: "unsupported" });
  expect([swap, remove, setQuantity, products]).toEqual([undefined, undefined, undefined, undefined]);
});
