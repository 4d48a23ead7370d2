import { afterEach, describe, expect, it } from "vitest";
import type { ConsentLevel } from "../../../../widget/types/options.ts";
import type { PlacedOrder } from "../../../../widget/types/platform.ts";
import { createConsent } from "../../../../widget/browser/events/consent.ts";
import { orderedHappening, orderedOnce, type Taken } from "../../../../widget/browser/events/orders.ts";
import { openStore } from "../../../../widget/browser/lib/storage.ts";
import { euro } from "../../../support/builders.ts";

const anOrder = (over: Partial<PlacedOrder> = {}): PlacedOrder => ({
  id: "1001",
  currency: "EUR",
  total: euro(538.8),
  lines: [
    { product: "phone", quantity: 1, price: euro(499) },
    { product: "case", quantity: 2, price: euro(19.9) },
  ],
  ...over,
});
const aTaken = (over: Partial<Taken> = {}): Taken => ({ offer: "cart.cross-sell.phone.case", product: "case", quantity: 1, ...over });
const linesOf = (taken: readonly Taken[], order = anOrder()) => {
  const happening = orderedHappening(order, taken, "hash");
  return happening.type === "ordered" ? happening.lines : [];
};

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe("orderedHappening", () => {
  it("tells the order without its id", () => {
    expect(orderedHappening(anOrder(), [], "hash")).toEqual({
      type: "ordered",
      order: "hash",
      currency: "EUR",
      total: 53880,
      lines: [
        { product: "phone", quantity: 1, price: 49900 },
        { product: "case", quantity: 2, price: 1990 },
      ],
    });
  });

  it("marks only the pieces that were taken", () => {
    expect(linesOf([aTaken()])).toEqual([
      { product: "case", quantity: 1, price: 1990, offer: "cart.cross-sell.phone.case" },
      { product: "phone", quantity: 1, price: 49900 },
      { product: "case", quantity: 1, price: 1990 },
    ]);
  });

  it("marks no more pieces than were ordered, and none of what is not in the order", () => {
    const lines = linesOf([aTaken({ quantity: 5 }), aTaken({ product: "glass", offer: "gone" })]);
    expect(lines.filter(({ offer }) => offer)).toEqual([
      { product: "case", quantity: 2, price: 1990, offer: "cart.cross-sell.phone.case" },
    ]);
    expect(lines.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(3);
  });

  it("gives the pieces of one product to the offers they came from", () => {
    const lines = linesOf([aTaken({ offer: "a" }), aTaken({ offer: "b" })]);
    expect(lines.map(({ offer, quantity }) => [offer, quantity])).toEqual([
      ["a", 1],
      ["b", 1],
      [undefined, 1],
    ]);
  });

  it("names the price of what an up-sell replaced, and tells variants apart where both are known", () => {
    const order = anOrder({ lines: [{ product: "phone", variant: "256", quantity: 1, price: euro(599) }] });
    expect(linesOf([aTaken({ offer: "up", product: "phone", variant: "256", priceOfOther: 49900 })], order)).toEqual([
      { product: "phone", quantity: 1, price: 59900, offer: "up", priceOfOther: 49900 },
    ]);
    expect(linesOf([aTaken({ offer: "up", product: "phone", variant: "512" })], order)[0]).not.toHaveProperty("offer");
  });

  it("leaves out what is in another currency than the order", () => {
    const order = anOrder({
      total: { minor: 1, currency: "USD" },
      lines: [{ product: "p", quantity: 1, price: { minor: 1, currency: "USD" } }],
    });
    expect(orderedHappening(order, [], "h")).toEqual({
      type: "ordered",
      order: "h",
      currency: "EUR",
      lines: [{ product: "p", quantity: 1 }],
    });
  });
});

describe("orderedOnce", () => {
  const see = (level: ConsentLevel, order = anOrder()) => {
    const consent = createConsent({ config: { consent: "required" }, store: openStore("local") });
    consent.set(level);
    return orderedOnce({ order, taken: [], shop: "demo", consent });
  };

  it("row 30: tells an order the first time it is seen in the tab", async () => {
    expect(await see("measure")).toMatchObject({ type: "ordered" });
    expect(await see("measure")).toBeUndefined();
    expect(await see("remember")).toBeUndefined();
    expect(await see("measure", anOrder({ id: "1002" }))).toMatchObject({ type: "ordered" });
    expect(localStorage.getItem("goeswith.orders")).toBeNull();
  });

  it("row 30: remembers it for the browser where that is allowed", async () => {
    await see("remember");
    sessionStorage.clear();
    expect(await see("remember")).toBeUndefined();
    expect(localStorage.getItem("goeswith.orders")).not.toContain("1001");
  });

  it("row 111: stores nothing without consent", async () => {
    expect(await see("none")).toMatchObject({ type: "ordered" });
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });
});
