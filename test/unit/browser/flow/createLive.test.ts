import { afterEach, describe, expect, it, vi } from "vitest";
import { createLive } from "../../../../widget/browser/flow/createLive.ts";
import type { Platform } from "../../../../widget/types/platform.ts";
import type { Product } from "../../../../widget/types/product.ts";
import { aProduct, euro } from "../../../support/builders.ts";

const { signal } = new AbortController();
const platform = (products?: Platform["products"]) => ({ ...(products && { products }) }) as Platform;
afterEach(() => vi.useRealTimers());

describe("createLive", () => {
  it("needs no answer from a platform that gives none", async () => {
    const live = createLive(platform());
    expect(await live.read(["case"], signal)).toBe(true);
    expect(live.correct(aProduct())).toEqual(aProduct());
  });

  it("puts the shop's price and stock over the card's, and asks for each product once", async () => {
    const products = vi.fn((): Promise<readonly Product[]> =>
      Promise.resolve([{ id: "case", title: "x", price: euro(17.9), available: false }]),
    );
    const live = createLive(platform(products));
    await live.read(["case", "case"], signal);
    await live.read(["case"], signal);
    expect(products).toHaveBeenCalledTimes(1);
    expect(live.correct(aProduct())).toMatchObject({ title: "Clear case", price: euro(17.9), available: false });
    live.forget();
    await live.read(["case"], signal);
    expect(products).toHaveBeenCalledTimes(2);
  });

  it("says no when the shop fails or takes longer than 800 ms", async () => {
    vi.useFakeTimers();
    expect(await createLive(platform(() => Promise.reject(new Error("down")))).read(["case"], signal)).toBe(false);
    const slow = createLive(platform(() => new Promise(() => undefined))).read(["case"], signal);
    await vi.advanceTimersByTimeAsync(800);
    expect(await slow).toBe(false);
  });
});
