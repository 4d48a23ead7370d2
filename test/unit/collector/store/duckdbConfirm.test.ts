import { describe, expect, it, onTestFinished } from "vitest";
import type { ConfirmedOrder } from "../../../../widget/types/confirmedOrder.ts";
import type { OfferEvent } from "../../../../widget/types/event.ts";
import type { EventStore } from "../../../../widget/collector/store/store.ts";
import { openDuckdb } from "../../../../widget/collector/store/duckdb.ts";
import { anEvent, anOrder, aSwap, NOON } from "../anEvent.ts";

const CASE = { product: "case", quantity: 1, price: 1990, offer: "cart.cross-sell.phone.case" };

const confirmed = (order: string, over: Partial<ConfirmedOrder> = {}): ConfirmedOrder => ({
  ...{ shop: "demo", order, at: NOON, currency: "EUR", net: 4000, refunded: 0, isCancelled: false, ...over },
});

async function aStore(...events: readonly OfferEvent[]): Promise<EventStore> {
  const store = await openDuckdb(":memory:");
  onTestFinished(store.stop);
  await store.insert({
    events: events.map((event) => ({ event, shop: "demo", received: event.at, happened: event.at, skew: 0 })),
    drops: [],
  });
  return store;
}

/** Lines that came from offers and their money, after the orders of the shop came in. */
async function extraOf(events: readonly OfferEvent[], ...orders: readonly ConfirmedOrder[]) {
  const store = await aStore(...events);
  await store.confirm(orders);
  const { orderedLines } = await store.figures();
  return orderedLines.map(({ kind, currency, lines, unpriced, extra }) => [kind, currency, lines, unpriced, extra]);
}

describe("how orders met what browsers told", () => {
  it("is by the mark first, then by the order, and an order given twice is one", async () => {
    const store = await aStore(anOrder("o1", [], { order: "A" }), anOrder("o2", [], { order: "B" }));
    const mark = { visit: "v9", arm: "none" } as const;
    const orders = [confirmed("A"), confirmed("B", { mark }), confirmed("C", { mark }), confirmed("D"), confirmed("D")];
    expect(await store.confirm(orders)).toEqual({ byMark: 2, byOrder: 1, unknown: 1, measured: 4, seen: 3 });
    expect(await store.confirm([])).toEqual({ byMark: 0, byOrder: 0, unknown: 0, measured: 0, seen: 0 });
  });

  it("is kept by a later export that has neither marks nor costs, whose sums count", async () => {
    const store = await aStore(anEvent("shown", "e1"));
    await store.confirm([confirmed("A", { cost: 100, mark: { visit: "v1", arm: "offers" } })]);
    expect(await store.confirm([confirmed("A", { refunded: 1000 })])).toMatchObject({ byMark: 1 });
    expect((await store.figures()).lift).toMatchObject({ recognised: 1, orderDays: [{ orders: 1, sum: 3000 }] });
  });

  it("is found in more orders than go to the database at once", async () => {
    const store = await aStore(anOrder("o1", [], { order: "order-5500" }));
    const orders = Array.from({ length: 5600 }, (_, n) => confirmed(`order-${n}`));
    expect(await store.confirm(orders)).toEqual({ byMark: 0, byOrder: 1, unknown: 5599, measured: 5600, seen: 1 });
  });
});

describe("row 144: extra sales of confirmed orders", () => {
  it("row 142: are what the shop's books say the line brought, whatever was posted", async () => {
    const forged = anOrder("o1", [{ ...CASE, price: 99_999_900 }], { order: "A" });
    expect(await extraOf([forged], confirmed("A", { lines: [{ names: ["case"], quantity: 1, net: 1600 }] }))).toEqual([
      ["cross-sell", "EUR", 1, 0, 1600],
    ]);
  });

  it("are gone with a line that was given back or never ordered", async () => {
    const lines = [{ names: ["phone"], quantity: 1, net: 2000 }];
    expect(await extraOf([anOrder("o1", [CASE], { order: "A" })], confirmed("A", { lines }))).toEqual([]);
    expect(await extraOf([anOrder("o1", [CASE], { order: "A" })], confirmed("A", { lines: [] }))).toEqual([]);
  });

  it("count the pieces that are left, after those that were in the cart without the offer", async () => {
    const posted = anOrder(
      "o1",
      [
        { ...CASE, quantity: 3 },
        { product: "case", quantity: 2, price: 1990 },
      ],
      { order: "A" },
    );
    const left = (quantity: number) => confirmed("A", { lines: [{ names: ["7", "case"], quantity, net: quantity * 1000 }] });
    expect(await extraOf([posted], left(5))).toEqual([["cross-sell", "EUR", 1, 0, 3000]]);
    expect(await extraOf([posted], left(3))).toEqual([["cross-sell", "EUR", 1, 0, 1000]]);
    expect(await extraOf([posted], left(2))).toEqual([]);
  });

  it("find a line by any of its names, its pieces over several lines", async () => {
    const lines = [
      { names: ["11", "SKU-1", "case"], quantity: 1, net: 900 },
      { names: ["case"], quantity: 1, net: 1100 },
    ];
    expect(await extraOf([anOrder("o1", [{ ...CASE, quantity: 2 }], { order: "A" })], confirmed("A", { lines }))).toEqual([
      ["cross-sell", "EUR", 1, 0, 2000],
    ]);
  });

  it("count a swap's part above what it replaced, of the shop's own money", async () => {
    const swap = { product: "p128", quantity: 1, price: 60_000, priceOfOther: 48_000, offer: aSwap.offer };
    const lines = [{ names: ["p128"], quantity: 1, net: 50_000 }];
    expect(await extraOf([anOrder("o1", [swap], { order: "A" })], confirmed("A", { lines }))).toEqual([["up-sell", "EUR", 1, 0, 10_000]]);
    expect(
      await extraOf(
        [anOrder("o1", [{ product: "p128", quantity: 1, priceOfOther: 48_000, offer: aSwap.offer }], { order: "A" })],
        confirmed("A", { lines }),
      ),
    ).toEqual([["up-sell", "EUR", 1, 1, 0]]);
  });

  it("are of the currency of the books, or as posted where these tell no money of lines", async () => {
    const posted = anOrder("o1", [CASE], { order: "A" });
    const kept = { names: ["case"], quantity: 1 };
    expect(await extraOf([posted], confirmed("A", { currency: "JPY", lines: [{ ...kept, net: 300 }] }))).toEqual([
      ["cross-sell", "JPY", 1, 0, 300],
    ]);
    expect(await extraOf([posted], confirmed("A", { currency: "JPY", lines: [kept] }))).toEqual([["cross-sell", "EUR", 1, 0, 1990]]);
    expect(await extraOf([posted], confirmed("A", { currency: "JPY" }))).toEqual([["cross-sell", "EUR", 1, 0, 1990]]);
  });

  it("are of orders too that no browser told of, by the mark and what was taken in that visit", async () => {
    const events = [
      anEvent("added", "e1", { visit: "v1" }),
      anEvent("swapped", "e2", { ...aSwap, visit: "v1" }),
      anEvent("added", "e3", { visit: "v2" }),
    ];
    const lines = [
      { names: ["case"], quantity: 1, net: 1500 },
      { names: ["p128"], quantity: 1, net: 59_900 },
    ];
    const mark = { visit: "v1", arm: "offers", offers: [CASE.offer] } as const;
    expect(await extraOf(events, confirmed("A", { lines, mark }))).toEqual([["cross-sell", "EUR", 1, 0, 1500]]);
    expect(await extraOf(events, confirmed("A", { lines, mark: { ...mark, offers: [aSwap.offer, CASE.offer] } }))).toEqual([
      ["cross-sell", "EUR", 1, 0, 1500],
      ["up-sell", "EUR", 1, 0, 10_000],
    ]);
    expect(await extraOf(events, confirmed("A", { lines, mark: { visit: "v1", arm: "offers" } }))).toEqual([]);
  });

  it("have a book's currency beside its sum in the averages", async () => {
    const store = await aStore(anOrder("o1", [CASE], { order: "A", total: 5000 }));
    await store.confirm([confirmed("A", { currency: "JPY", net: 700 })]);
    expect((await store.figures()).orders).toEqual([{ currency: "JPY", withOffer: true, orders: 1, valued: 1, sum: 700 }]);
  });
});
