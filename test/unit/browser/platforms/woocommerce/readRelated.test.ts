import { describe, expect, it, vi } from "vitest";
import { readRelated } from "../../../../../widget/browser/platforms/woocommerce/readRelated.ts";
import type { StoreCart } from "../../../../../widget/browser/platforms/woocommerce/storeAnswers.ts";

const cart: StoreCart = {
  items: [
    { key: "a", id: 13, type: "simple", quantity: 1 },
    { key: "b", id: 34, type: "variation", quantity: 1 },
  ],
  cross_sells: [
    { id: 14, name: "Beanie" },
    { id: 33, name: "Pennant", is_purchasable: false },
  ],
};
const list = vi.fn(async (query: string) => [{ id: 30, name: query }]);
const query = { cart, choices: new Map(), list };

describe("readRelated", () => {
  it("takes the cross-sells that came with the cart, without a request, for its newest line", async () => {
    list.mockClear();
    expect(await readRelated("with", { ...query, ids: ["13", "34"] })).toMatchObject([
      { of: "34", product: { id: "14", title: "Beanie", available: true } },
      { of: "34", product: { id: "33", available: false } },
    ]);
    expect(await readRelated("with", { ...query, ids: ["13"] })).toMatchObject([{ of: "13" }, { of: "13" }]);
    expect(list).not.toHaveBeenCalled();
  });

  it("knows no complements of what is not in the cart", async () => {
    expect(await readRelated("with", { ...query, ids: ["11"] })).toEqual([]);
    expect(await readRelated("with", { ...query, cart: undefined, ids: ["13"] })).toEqual([]);
  });

  it("asks for alternatives of the newest two products, and of no variation", async () => {
    list.mockClear();
    const found = await readRelated("instead", { ...query, ids: ["13", "15", "woo-cap", "34", "16"] });
    expect(list.mock.calls.map(([asked]) => asked)).toEqual(["related=15", "related=16"]);
    expect(found).toMatchObject([
      { of: "15", product: { id: "30" } },
      { of: "16", product: { id: "30" } },
    ]);
  });
});
