// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { OfferEvent } from "../../widget/types/event.ts";
import { summarise } from "../../widget/collector/figures/summarise.ts";
import { confirmed, insert, STORES } from "../support/stores.ts";
import { anEvent, anOrder, aSwap, NOON } from "../unit/collector/anEvent.ts";
import { NO_ROWS } from "../unit/collector/noRows.ts";

describe.each(STORES)("row 144: what $name counts", ({ place }) => {
  const figuresOf = async (...events: readonly OfferEvent[]) => {
    const store = await (await place()).open();
    await insert(store, ...events);
    return store.figures();
  };

  it("is nothing when it is empty", async () => {
    const nothing = { shown: 0, seen: 0, opened: 0, taken: 0, ordered: 0 };
    expect(await figuresOf()).toEqual({ ...NO_ROWS, visitSteps: [nothing] });
  });

  it("counts one offer once per page view, however often it was drawn", async () => {
    const { places } = await figuresOf(
      ...[anEvent("shown", "e1"), anEvent("shown", "e2"), anEvent("seen", "e3"), anEvent("seen", "e4"), anEvent("opened", "e5")],
      ...[anEvent("shown", "f1", { view: "view2" }), anEvent("added", "f2", { view: "view2" }), anEvent("undone", "f3", { view: "view2" })],
    );
    expect(places).toEqual([{ placement: "cart", kind: "cross-sell", shown: 2, seen: 1, opened: 1, taken: 1, takenUnseen: 1, undone: 1 }]);
  });

  it("counts an order once, the first time it comes in", async () => {
    const line = { product: "case", quantity: 2, price: 1990, offer: "cart.cross-sell.phone.case" };
    const { orders, orderedLines } = await figuresOf(
      anOrder("o1", [line], { order: "A", total: 5000 }),
      anOrder("o2", [line, line], { order: "A", total: 9000 }),
      anOrder("o3", [{ product: "phone", quantity: 1, price: 700 }], { order: "B" }),
    );
    expect(orders).toEqual([
      { currency: "EUR", withOffer: false, orders: 1, valued: 1, sum: 700 },
      { currency: "EUR", withOffer: true, orders: 1, valued: 1, sum: 5000 },
    ]);
    expect(orderedLines).toEqual([{ placement: "cart", kind: "cross-sell", currency: "EUR", lines: 1, unpriced: 0, extra: 3980 }]);
  });

  it("counts a swap by what it cost more, keeps currencies apart, and leaves out what has no price", async () => {
    const swap = { product: "p128", quantity: 2, price: 59_900, priceOfOther: 49_900, offer: aSwap.offer };
    const { orderedLines } = await figuresOf(
      anOrder("o1", [swap, { product: "p128", quantity: 1, price: 59_900, offer: aSwap.offer }]),
      anOrder("o2", [{ product: "case", quantity: 1, price: 15, offer: "cart.cross-sell.phone.case" }], { currency: "JPY" }),
      anOrder("o3", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }]),
    );
    expect(orderedLines).toEqual([
      { placement: "cart", kind: "cross-sell", currency: "EUR", lines: 1, unpriced: 1, extra: 0 },
      { placement: "cart", kind: "up-sell", currency: "EUR", lines: 2, unpriced: 1, extra: 20_000 },
      { placement: "cart", kind: "cross-sell", currency: "JPY", lines: 1, unpriced: 0, extra: 15 },
    ]);
  });

  it("survives the largest orders that pass the check", async () => {
    const line = { product: "case", quantity: 100_000, price: 1e12, offer: "cart.cross-sell.phone.case" };
    const figures = await figuresOf(
      anOrder(
        "o1",
        Array.from({ length: 500 }, () => line),
      ),
    );
    expect(figures.orderedLines[0]?.extra).toBeCloseTo(5e19, -6);
    expect(JSON.stringify(summarise(figures, "UTC"))).not.toMatch(/null|NaN/);
  });

  it("pairs what was ordered with what it was offered for", async () => {
    const { pairs } = await figuresOf(
      ...[anEvent("seen", "e1"), anEvent("added", "e2"), anEvent("seen", "e3", { view: "view2" }), anEvent("swapped", "e4", aSwap)],
      anOrder("o1", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }]),
    );
    expect(pairs).toEqual([
      { kind: "cross-sell", for: "phone", product: "case", seen: 2, taken: 1, takenUnseen: 0, ordered: 1 },
      { kind: "up-sell", for: "p64", product: "p128", seen: 0, taken: 1, takenUnseen: 1, ordered: 0 },
    ]);
  });

  it("counts by source and by visit too, an ordered line for the source that offered it", async () => {
    const rules = { source: "rules", offer: "cart.cross-sell.phone.glass", product: "glass" };
    const { sources, visitSteps } = await figuresOf(
      ...[anEvent("seen", "e1"), anEvent("seen", "e2", { view: "view2" }), anEvent("shown", "e3", rules)],
      ...[anEvent("added", "e4", { visit: "visit2" }), anEvent("shown", "e5", { ...rules, visit: "visit2" })],
      anOrder("o1", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }], { visit: "visit2" }),
      anOrder("o2", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }], { visit: "visit2" }),
    );
    const none = { shown: 0, seen: 0, opened: 0, taken: 0, takenUnseen: 0, undone: 0, ordered: 0 };
    expect(sources).toEqual([
      { ...none, source: "model", seen: 2, taken: 1, takenUnseen: 1, ordered: 2 },
      { ...none, source: "rules", shown: 2 },
    ]);
    const model = { shown: 0, seen: 1, opened: 0, taken: 1, ordered: 1 };
    expect(visitSteps).toEqual([
      { ...model, shown: 2 },
      { ...model, shown: 2, placement: "cart", kind: "cross-sell" },
      { ...model, source: "model" },
      { ...model, source: "rules", shown: 2, seen: 0, taken: 0, ordered: 0 },
    ]);
  });

  it("lists the least taken of the pairs that were seen often enough to be judged", async () => {
    const looks = (product: string, seen: number, taken: number) =>
      Array.from({ length: seen }, (_, at) => {
        const over = { view: `${product}${at}`, product, offer: `cart.cross-sell.phone.${product}` };
        const type = (name: "seen" | "added") => anEvent(name, `${name}-${product}-${at}`, over);
        return at < taken ? [type("seen"), type("added")] : [type("seen")];
      }).flat();
    const { worst } = await figuresOf(...looks("good", 40, 20), ...looks("bad", 40, 0), ...looks("new", 19, 0), ...looks("so-so", 20, 1));
    expect(worst.map(({ product, seen, taken }) => [product, seen, taken])).toEqual([
      ["bad", 40, 0],
      ["so-so", 20, 1],
      ["good", 40, 20],
    ]);
  });

  it("leaves an order the shop cancelled out of extra sales and averages, and takes what was kept of the others", async () => {
    const store = await (await place()).open();
    const line = { product: "case", quantity: 1, price: 1990, offer: "cart.cross-sell.phone.case" };
    await insert(store, anOrder("o1", [line], { order: "A", total: 5000 }), anOrder("o2", [line], { order: "B", total: 7000 }));
    await store.confirm([confirmed("A", { refunded: 500 }), confirmed("B", { isCancelled: true })]);
    const { orders, orderedLines } = await store.figures();
    expect(orders).toEqual([{ currency: "EUR", withOffer: true, orders: 1, valued: 1, sum: 3500 }]);
    expect(orderedLines).toMatchObject([{ lines: 1, extra: 1990 }]);
  });

  it("takes the last answer to a refusal, and a refusal without one as none", async () => {
    const { answers, failures } = await figuresOf(
      ...[
        anEvent("dismissed", "e1", { seq: 1 }),
        anEvent("rated", "e2", { seq: 2, answer: "have-it" }),
        anEvent("rated", "e3", { seq: 3, answer: "too-dear" }),
      ],
      ...[anEvent("dismissed", "e4", { view: "view2" }), anEvent("rated", "e5", { view: "view3", answer: "helpful" })],
      anEvent("failed", "e6", { view: "view4", reason: "sold-out" }),
    );
    const pair = { for: "phone", product: "case", count: 1 };
    expect(answers).toEqual([
      { ...pair, answer: "helpful" },
      { ...pair, answer: "none" },
      { ...pair, answer: "too-dear" },
    ]);
    expect(failures).toEqual([{ reason: "sold-out", count: 1 }]);
  });

  it("has the same sums over time as over all", async () => {
    const figures = await figuresOf(
      ...Array.from({ length: 50 }, (_, n) =>
        anEvent(n % 3 === 0 ? "added" : "seen", `e${n}`, { view: `view${n}`, at: NOON + n * 1_234_567 }),
      ),
      anOrder("o1", [{ product: "case", quantity: 1, offer: "cart.cross-sell.phone.case" }]),
    );
    const { total, series } = summarise(figures, "Europe/Berlin");
    const over = (step: "seen" | "taken" | "ordered") => series.points.reduce((sum, point) => sum + point[step], 0);
    expect([over("seen"), over("taken"), over("ordered")]).toEqual([total.seen, total.taken, total.ordered]);
    expect([total.seen, total.taken, total.ordered]).toEqual([33, 17, 1]);
  });
});
