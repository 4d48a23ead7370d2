import { afterEach, describe, expect, it, vi } from "vitest";
import type { OfferEvent } from "../../../../../widget/types/event.ts";
import { createDataLayer } from "../../../../../widget/browser/events/sinks/dataLayer.ts";
import { anEvent } from "../../../../support/aDelivery.ts";

const push = async (...events: readonly OfferEvent[]) => {
  const dataLayer: unknown[] = [];
  vi.stubGlobal("dataLayer", dataLayer);
  await createDataLayer().send(events, { leaving: false });
  return dataLayer;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the dataLayer", () => {
  const list = { item_list_id: "goeswith.cart.cross-sell", item_list_name: "goeswith cart cross-sell" };
  const item = { item_id: "case", price: 19.9, quantity: 3, ...list, index: 1 };
  const around = (event: string, ecommerce: object) => [{ ecommerce: null }, { event, ecommerce }, { ecommerce: null }];

  it.each([
    ["seen", "view_item_list"],
    ["opened", "select_item"],
  ])("tells %s as %s of a list, which is worth nothing", async (type, event) => {
    expect(await push(anEvent({ type, quantity: 3 }))).toEqual(around(event, { ...list, currency: "EUR", items: [item] }));
  });

  it.each(["added", "swapped"])("tells %s as add_to_cart, with its value", async (type) => {
    expect(await push(anEvent({ type, quantity: 3 }))).toEqual(around("add_to_cart", { value: 59.7, currency: "EUR", items: [item] }));
  });

  it("leaves nothing behind that the tag manager would merge with the shop's next event", async () => {
    // https://github.com/google/data-layer-helper: plain objects and lists are merged, all else replaces.
    const merge = (from: unknown, into: unknown): unknown => {
      if (typeof from !== "object" || from === null || typeof into !== "object" || into === null) return from;
      return Object.entries(from).reduce((all, [key, value]) => Object.assign(all, { [key]: merge(value, Reflect.get(all, key)) }), into);
    };
    const shops = { event: "purchase", ecommerce: { transaction_id: "1", items: [{ item_id: "phone" }] } };
    const layer = [shops, ...(await push(anEvent({ type: "added" }))), shops];
    expect(layer.reduce((model, entry) => merge(structuredClone(entry), model), {})).toEqual(shops);
  });

  it("pushes one entry a call, as wrappers hand on the first alone", async () => {
    const heard: unknown[] = [];
    vi.stubGlobal("dataLayer", Object.assign([], { push: (first: unknown) => heard.push(first) }));
    await createDataLayer().send([anEvent({ type: "added" })], { leaving: false });
    expect(heard).toMatchObject([{ ecommerce: null }, { event: "add_to_cart" }, { ecommerce: null }]);
  });

  it.each(["eligible", "shown", "failed", "dismissed", "rated", "undone", "ordered"])("says nothing of %s", async (type) => {
    expect(await push(anEvent({ type }))).toEqual([]);
  });

  it("writes major units of currencies without minor ones, and no value without a price", async () => {
    const yen = await push(anEvent({ type: "added", price: 1200, currency: "JPY" }));
    expect(yen[1]).toMatchObject({ ecommerce: { value: 1200, items: [{ price: 1200 }] } });
    const { price: _, ...bare } = item;
    expect(await push(anEvent({ type: "added", quantity: 3, price: undefined }))).toEqual(around("add_to_cart", { items: [bare] }));
  });

  it("is left alone where the page has none, or something else of that name", async () => {
    const event = anEvent({ id: "a" });
    vi.stubGlobal("dataLayer", undefined);
    expect(await createDataLayer().send([event], { leaving: false })).toEqual({ done: ["a"], rejected: [] });
    expect((window as { dataLayer?: unknown }).dataLayer).toBeUndefined();
    vi.stubGlobal("dataLayer", document.createElement("img"));
    expect(await createDataLayer().send([event], { leaving: false })).toEqual({ done: ["a"], rejected: [] });
  });
});
