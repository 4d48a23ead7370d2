import { describe, expect, it, vi } from "vitest";
import { readLiveProducts } from "../../../../../widget/browser/platforms/woocommerce/readLiveProducts.ts";
import type { StoreProduct } from "../../../../../widget/browser/platforms/woocommerce/storeAnswers.ts";
import type { Product } from "../../../../../widget/types/product.ts";

const dollars = { currency_code: "USD", currency_minor_unit: 2 };
const simple: StoreProduct = { id: 13, name: "T-Shirt", prices: { price: "1800", ...dollars } };
const variable: StoreProduct = {
  id: 11,
  name: "Hoodie",
  prices: { price: "4200", ...dollars },
  attributes: [{ name: "Color", taxonomy: "pa_color", terms: [{ name: "Blue", slug: "blue" }] }],
  variations: [{ id: 34, attributes: [{ name: "Color", value: "blue" }] }],
};
const blue: StoreProduct = { id: 34, prices: { price: "4500", ...dollars } };

/** A shop of these, which notes what it is asked. */
function shopOf(products: readonly StoreProduct[], variations: readonly StoreProduct[] = []) {
  const list = vi.fn(async (query: string) => (query.startsWith("type=variation") ? variations : products));
  const ask = (ids: readonly string[], known: readonly Product[] = []) =>
    readLiveProducts({ ids, list, choices: new Map(), known: new Map(known.map((one) => [one.id, one])) });
  return { ask, asked: () => list.mock.calls.map(([query]) => query) };
}

describe("readLiveProducts", () => {
  it("asks for just these products, in one request", async () => {
    const shop = shopOf([simple]);
    expect(await shop.ask(["13"])).toEqual([{ id: "13", title: "T-Shirt", price: { minor: 1800, currency: "USD" }, available: true }]);
    expect(shop.asked()).toEqual(["include=13"]);
  });

  it("asks for the variations of a product that turns out to have some", async () => {
    const shop = shopOf([simple, variable], [blue]);
    expect((await shop.ask(["13", "11"])).at(-1)).toMatchObject({ id: "11", variants: [{ id: "34", price: { minor: 4500 } }] });
    expect(shop.asked()).toEqual(["include=13,11", "type=variation&parent=11"]);
  });

  it("asks for both at once where the catalogue knows of variants", async () => {
    let open: (() => void) | undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const asked: string[] = [];
    const list = async (query: string) => {
      asked.push(query);
      await opened;
      return query.startsWith("type") ? [blue] : [variable];
    };
    const card: Product = { id: "11", title: "Hoodie", variants: [{ id: "34", options: {} }] };
    const answer = readLiveProducts({ ids: ["11"], list, choices: new Map(), known: new Map([["11", card]]) });
    expect(asked).toEqual(["include=11", "type=variation&parent=11"]);
    open?.();
    expect(await answer).toMatchObject([{ variants: [{ id: "34" }] }]);
    expect(asked).toHaveLength(2);
  });

  it("asks for what is no product once more as a variation, and does not offer what the shop does not know", async () => {
    const shop = shopOf([], [{ ...blue, name: "Hoodie" }]);
    const [found, gone] = await shop.ask(["34", "99"], [{ id: "99", title: "Old cap" }]);
    expect(found).toMatchObject({ id: "34", title: "Hoodie", price: { minor: 4500 }, available: true });
    expect(gone).toEqual({ id: "99", title: "Old cap", available: false });
    expect(shop.asked()).toEqual(["include=34,99", "type=variation&include=34,99"]);
  });

  it("leaves what is not called by a number to the catalogue, without a request", async () => {
    const shop = shopOf([]);
    expect([await shop.ask(["woo-beanie"]), shop.asked()]).toEqual([[], []]);
  });

  it("rejects when the shop does not answer", async () => {
    const list = async () => Promise.reject(new Error("no products"));
    await expect(readLiveProducts({ ids: ["13"], list, choices: new Map(), known: new Map() })).rejects.toThrow("no products");
  });
});
