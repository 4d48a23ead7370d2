import { afterEach, describe, expect, it, vi } from "vitest";
import { createLive } from "../../../../widget/browser/flow/createLive.ts";
import type { Platform } from "../../../../widget/types/platform.ts";
import type { Product } from "../../../../widget/types/product.ts";
import { aProduct, euro } from "../../../support/builders.ts";

const { signal } = new AbortController();
const cards = new Map<string, Product>();
const platform = (products?: Platform["products"]) => ({ ...(products && { products }) }) as Platform;
afterEach(() => vi.useRealTimers());

describe("createLive", () => {
  it("needs no answer from a platform that gives none", async () => {
    const live = createLive(platform());
    expect(await live.read(["case"], signal, cards)).toBe(true);
    expect(live.correct(aProduct())).toEqual(aProduct());
  });

  it("puts the shop's price and stock over the card's, and asks for each product once", async () => {
    const products = vi.fn((): Promise<readonly Product[]> =>
      Promise.resolve([{ id: "case", title: "x", price: euro(17.9), available: false }]),
    );
    const live = createLive(platform(products));
    await live.read(["case", "case"], signal, cards);
    await live.read(["case"], signal, cards);
    expect(products).toHaveBeenCalledTimes(1);
    expect(live.correct(aProduct())).toMatchObject({ title: "Clear case", price: euro(17.9), available: false });
    live.forget();
    await live.read(["case"], signal, cards);
    expect(products).toHaveBeenCalledTimes(2);
  });

  it("says no when the shop fails or takes longer than 800 ms", async () => {
    vi.useFakeTimers();
    expect(await createLive(platform(() => Promise.reject(new Error("down")))).read(["case"], signal, cards)).toBe(false);
    const slow = createLive(platform(() => new Promise(() => undefined))).read(["case"], signal, cards);
    await vi.advanceTimersByTimeAsync(800);
    expect(await slow).toBe(false);
  });

  it("keeps what comes too late, and tells when it does", async () => {
    vi.useFakeTimers();
    let answer: (products: readonly Product[]) => void = () => undefined;
    const live = createLive(platform(() => new Promise((resolve) => (answer = resolve))));
    const slow = live.read(["case"], signal, cards);
    await vi.advanceTimersByTimeAsync(800);
    expect(await slow).toBe(false);
    answer([{ id: "case", title: "x", price: euro(17.9) }]);
    expect(await live.late()).toBe(true);
    expect(live.correct(aProduct()).price).toEqual(euro(17.9));
  });

  it("makes links of the products of a shop whose cart cannot be written", () => {
    expect(createLive({ ...platform(), readOnly: true }).correct(aProduct()).linked).toBe(true);
    expect(createLive(platform()).correct(aProduct())).not.toHaveProperty("linked");
  });

  it("has nothing late where the shop answered in time", async () => {
    const live = createLive(platform(() => Promise.resolve([])));
    await live.read(["case"], signal, cards);
    expect(live.late()).toBeUndefined();
  });
});
