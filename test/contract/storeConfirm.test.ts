// @vitest-environment node
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ConfirmedLine, ConfirmedOrder } from "../../widget/types/confirmedOrder.ts";
import type { OfferEvent } from "../../widget/types/event.ts";
import type { EventStore } from "../../widget/collector/store/store.ts";
import { confirmed, insert, STORES } from "../support/stores.ts";
import { aFolder } from "../unit/collector/aCollector.ts";
import { anEvent, anOrder, aSwap, NOON } from "../unit/collector/anEvent.ts";

const DAY = 86_400_000;
const CASE = { product: "case", quantity: 1, price: 1990, offer: "cart.cross-sell.phone.case" };

describe.each(STORES)("orders confirmed in $name", ({ place }) => {
  const aStore = async (...events: readonly OfferEvent[]): Promise<EventStore> => {
    const store = await (await place()).open();
    await insert(store, ...events);
    return store;
  };
  /** Lines that came from offers and their money, after each of the shop's orders came in. */
  const extraOf = async (events: readonly OfferEvent[], ...rounds: readonly ConfirmedOrder[]) => {
    const store = await aStore(...events);
    const found: unknown[][] = [];
    for (const order of rounds) {
      await store.confirm([order]);
      const { orderedLines } = await store.figures();
      found.push(orderedLines.map(({ kind, currency, lines, unpriced, extra }) => [kind, currency, lines, unpriced, extra]));
    }
    return found;
  };

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
    const posted = anOrder("o1", [CASE], { order: "A" });

    it("row 142: are what the shop's books say the line brought, whatever was posted", async () => {
      const forged = anOrder("o1", [{ ...CASE, price: 99_999_900 }], { order: "A" });
      const found = await extraOf([forged], confirmed("A", { lines: [{ names: ["case"], quantity: 1, net: 1600 }] }));
      expect(found).toEqual([[["cross-sell", "EUR", 1, 0, 1600]]]);
    });

    it("are gone with a line that was never ordered, or given back", async () => {
      const lines = [{ names: ["phone"], quantity: 1, net: 2000 }];
      expect(await extraOf([posted], confirmed("A", { lines }), confirmed("A", { lines: [] }))).toEqual([[], []]);
    });

    it("count the pieces that are left, after those that were in the cart without the offer", async () => {
      const both = [
        { ...CASE, quantity: 3 },
        { product: "case", quantity: 2, price: 1990 },
      ];
      const left = (quantity: number) => confirmed("A", { lines: [{ names: ["7", "case"], quantity, net: quantity * 1000 }] });
      expect(await extraOf([anOrder("o1", both, { order: "A" })], left(5), left(3), left(2))).toEqual([
        [["cross-sell", "EUR", 1, 0, 3000]],
        [["cross-sell", "EUR", 1, 0, 1000]],
        [],
      ]);
    });

    it("find a line by any of its names, its pieces over several lines", async () => {
      const lines = [
        { names: ["11", "SKU-1", "case"], quantity: 1, net: 900 },
        { names: ["case"], quantity: 1, net: 1100 },
      ];
      const found = await extraOf([anOrder("o1", [{ ...CASE, quantity: 2 }], { order: "A" })], confirmed("A", { lines }));
      expect(found).toEqual([[["cross-sell", "EUR", 1, 0, 2000]]]);
    });

    it("count a swap's part above what it replaced, of the shop's own money", async () => {
      const swap = { product: "p128", quantity: 1, priceOfOther: 48_000, offer: aSwap.offer };
      const events = [anOrder("o1", [{ ...swap, price: 60_000 }], { order: "A" }), anOrder("o2", [swap], { order: "B" })];
      const lines = [{ names: ["p128"], quantity: 1, net: 50_000 }];
      expect(await extraOf(events, confirmed("A", { lines }), confirmed("B", { lines }))).toEqual([
        [["up-sell", "EUR", 2, 1, 10_000]],
        [["up-sell", "EUR", 2, 1, 10_000]],
      ]);
    });

    it("are of the currency of the books, or as posted where these tell no money of lines", async () => {
      const kept = { names: ["case"], quantity: 1 };
      const inYen = (lines?: readonly ConfirmedLine[]) => confirmed("A", { currency: "JPY", ...(lines && { lines }) });
      expect(await extraOf([posted], inYen(), inYen([kept]), inYen([{ ...kept, net: 300 }]))).toEqual([
        [["cross-sell", "EUR", 1, 0, 1990]],
        [["cross-sell", "EUR", 1, 0, 1990]],
        [["cross-sell", "JPY", 1, 0, 300]],
      ]);
    });

    it("are of orders too that no browser told of, by the mark and what was taken in that visit", async () => {
      const [added, swapped] = [anEvent("added", "e1", { visit: "v1" }), anEvent("swapped", "e2", { ...aSwap, visit: "v1" })];
      const lines = [
        { names: ["case"], quantity: 1, net: 1500 },
        { names: ["p128"], quantity: 1, net: 59_900 },
      ];
      const marked = (...offers: readonly string[]) => confirmed("A", { lines, mark: { visit: "v1", arm: "offers", offers } });
      const rounds = [marked(CASE.offer), marked(aSwap.offer, CASE.offer), marked()];
      expect(await extraOf([added, swapped, anEvent("added", "e3", { visit: "v2" })], ...rounds)).toEqual([
        [["cross-sell", "EUR", 1, 0, 1500]],
        [
          ["cross-sell", "EUR", 1, 0, 1500],
          ["up-sell", "EUR", 1, 0, 10_000],
        ],
        [],
      ]);
    });

    it("are in the sums of their month once, when what was told is condensed", async () => {
      const store = await aStore(
        anEvent("added", "e1", { visit: "v1" }),
        posted,
        anEvent("shown", "e9", { visit: "v9", at: NOON + 40 * DAY }),
      );
      const lines = [{ names: ["case"], quantity: 1, net: 1500 }];
      const mark = { visit: "v1", arm: "offers", offers: [CASE.offer] } as const;
      await store.confirm([confirmed("A", { lines }), confirmed("B", { lines, mark })]);
      await store.condense(NOON + DAY);
      expect(await store.figures()).toMatchObject({ orders: [], earlier: [{ taken: 1, orders: 2, ordered: 2 }] });
    });

    it("have a book's currency beside its sum in the averages", async () => {
      const store = await aStore(anOrder("o1", [CASE], { order: "A", total: 5000 }));
      await store.confirm([confirmed("A", { currency: "JPY", net: 700 })]);
      expect((await store.figures()).orders).toEqual([{ currency: "JPY", withOffer: true, orders: 1, valued: 1, sum: 700 }]);
    });
  });

  it("exports them with their lines and the offers of their mark", async () => {
    const store = await aStore();
    const lines = [
      { names: ["case", "=1"], quantity: 2, net: 1500 },
      { names: ["x"], quantity: 1 },
    ];
    await store.confirm([
      confirmed("A", { lines, mark: { visit: "v1", arm: "offers", offers: [CASE.offer] } }),
      confirmed("B", { at: NOON + 1 }),
    ]);
    const file = join(await aFolder(), "orders.csv");
    await store.export({ table: "orders", format: "csv", file });
    const [names, first, second] = (await readFile(file, "utf8")).split("\n");
    expect(names).toMatch(/,visit,arm,offers,lines$/);
    expect(first).toMatch(/,v1,offers,"\[""cart\.cross-sell\.phone\.case""\]","\[\{.*\}\]"$/);
    const cell = /"(\[\{.*\}\])"$/.exec(first ?? "")?.[1]?.replaceAll('""', '"');
    expect(JSON.parse(cell ?? "")).toEqual(lines);
    expect(second).toMatch(/,,,,$/);
    await store.export({ table: "orders", format: "parquet", file: `${file}.parquet` });
    expect((await readFile(`${file}.parquet`)).subarray(0, 4).toString()).toBe("PAR1");
  });
});
