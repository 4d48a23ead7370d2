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
  it.each([
    ["seen", "view_item_list"],
    ["opened", "select_item"],
    ["added", "add_to_cart"],
    ["swapped", "add_to_cart"],
  ])("tells %s as %s, with what was there before cleared", async (type, event) => {
    const item_list_id = "goeswith.cart.cross-sell";
    const item = { item_id: "case", price: 19.9, quantity: 3, item_list_id, index: 1 };
    const ecommerce = { item_list_id, currency: "EUR", value: 59.7, items: [item] };
    expect(await push(anEvent({ type, quantity: 3 }))).toEqual([{ ecommerce: null }, { event, ecommerce }]);
  });

  it.each(["eligible", "shown", "failed", "dismissed", "rated", "undone", "ordered"])("says nothing of %s", async (type) => {
    expect(await push(anEvent({ type }))).toEqual([]);
  });

  it("writes major units of currencies without minor ones, and no value without a price", async () => {
    const [, yen, , bare] = await push(anEvent({ price: 1200, currency: "JPY" }), anEvent({ price: undefined }));
    expect(yen).toMatchObject({ ecommerce: { value: 1200 } });
    expect(bare).toEqual({
      event: "view_item_list",
      ecommerce: {
        item_list_id: "goeswith.cart.cross-sell",
        items: [{ item_id: "case", quantity: 1, item_list_id: "goeswith.cart.cross-sell", index: 1 }],
      },
    });
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
