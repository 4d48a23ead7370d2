import { afterEach, describe, expect, it, vi } from "vitest";
import type { Adapter, Platform } from "../../../../widget/types/platform.ts";
import { createShop, type ShopParts } from "../../../../widget/browser/platforms/shop/createShop.ts";
import { withAdapter } from "../../../../widget/browser/platforms/withAdapter.ts";
import { guarded } from "../../../../widget/browser/lib/guard.ts";
import { aCart, aProduct } from "../../../support/builders.ts";
import { fakePlatform } from "../../../support/fakePlatform.ts";

const { signal } = new AbortController();
const item = { product: "case", quantity: 1 };
afterEach(() => void (document.documentElement.lang = ""));

/** A platform with every ability and the adapter's members in the place of some. */
const mixed = (adapter: Adapter, over: Partial<Platform> = {}) => withAdapter({ ...fakePlatform(), ...over }, adapter);

describe("a platform with an adapter", () => {
  it("has the adapter's members, each with its own this, and keeps all others and its name", async () => {
    const seen: unknown[] = [];
    const self = <T>(value: T) =>
      function (this: unknown) {
        seen.push(this);
        return value;
      };
    const adapter: Adapter & { readonly name: string } = {
      name: "theirs",
      context: self({ locale: "pl", step: "cart" as const }),
      add: self(Promise.resolve({ ok: true as const })),
      products: self(Promise.resolve([aProduct()])),
      order: self({ id: "1", currency: "PLN", lines: [] }),
    };
    const platform = mixed(adapter);
    expect([platform.name, platform.context()]).toEqual(["fake", { locale: "pl", step: "cart" }]);
    expect(await platform.add(item)).toEqual({ ok: true });
    expect(await platform.products?.(["case"], signal, new Map())).toEqual([aProduct()]);
    expect((await platform.order?.())?.id).toBe("1");
    expect(seen).toEqual([adapter, adapter, adapter, adapter]);
    expect(await platform.readCart(signal)).toEqual(aCart());
    expect(await platform.remove?.("gone")).toEqual({ ok: false, reason: "refused" });
  });

  it("takes members of a class, and none that are no functions", async () => {
    class Theirs {
      readonly remove = undefined;
      async add() {
        return { ok: false as const, reason: "sold-out" as const };
      }
    }
    const platform = mixed(new Theirs() as object);
    expect(await platform.add(item)).toEqual({ ok: false, reason: "sold-out" });
    expect(await platform.remove?.("gone")).toEqual({ ok: false, reason: "refused" });
  });

  it("adds no ability that neither has", () => {
    const { related, mark } = mixed({});
    expect([related, mark]).toEqual([undefined, undefined]);
  });

  it("has the adapter's anchors before its own, as the page is now", () => {
    let selector = "#a";
    const platform = Object.defineProperty(fakePlatform(), "anchors", { get: () => [{ placement: "cart", selector }], enumerable: true });
    const both = withAdapter(platform, { anchors: [{ placement: "cart", selector: "#own" }] });
    selector = "#b";
    expect(both.anchors.map((one) => one.selector)).toEqual(["#own", "#b"]);
    expect(mixed({}).anchors).toEqual([]);
  });
});

describe("an adapter", () => {
  it.each([
    ["throws", () => Promise.reject(new Error("down")), { ok: false, reason: "network" }],
    ["answers nothing", async () => undefined as never, { ok: false, reason: "refused" }],
    ["answers ok and more", async () => ({ ok: true, more: 1 }) as never, { ok: true }],
  ])("whose write %s answers by the contract", async (_, write, expected) => {
    const platform = mixed({ add: write, swap: write, setQuantity: write, remove: write });
    const answers = [await platform.add(item), await platform.swap?.("a", item), await platform.setQuantity?.("a", 2)];
    expect([...answers, await platform.remove?.("a")]).toEqual([expected, expected, expected, expected]);
  });

  it("whose context names no language has the page's, one of another shape is not believed", () => {
    document.documentElement.lang = "de";
    expect(mixed({ context: () => ({ step: "cart" }) as never }).context()).toEqual({ step: "cart", locale: "de" });
    expect(mixed({ context: () => null as never }).context()).toEqual({ locale: "de" });
  });

  it("whose watch fails or gives no stop does no harm", () => {
    const before = guarded.count;
    expect(mixed({ watch: () => undefined as never }).watch("page", () => {})).not.toThrow();
    const watch = () => {
      throw new Error("hostile");
    };
    expect(mixed({ watch }).watch("page", () => {})).not.toThrow();
    expect(guarded.count).toBe(before + 1);
    const stop = vi.fn();
    mixed({ watch: () => stop }).watch("cart", () => {})();
    expect(stop).toHaveBeenCalledOnce();
  });

  it("that writes to a shop read by its own system has the cart read anew, not believed", async () => {
    const readCart = vi.fn(async (_: AbortSignal, _isStale: boolean) => aCart());
    const shop = createShop({ cartUrls: [], cartEvents: [], own: {} }, { readCart, anchors: [] } as object as ShopParts);
    const platform = withAdapter(shop, { add: async () => ({ ok: true }) });
    await platform.readCart(signal);
    await platform.add(item);
    await platform.readCart(signal);
    expect(readCart.mock.calls.map(([, isStale]) => isStale)).toEqual([false, true]);
  });

  it("can be written where the adapter adds to the cart", () => {
    expect(mixed({ add: async () => ({ ok: true }) }, { readOnly: true }).readOnly).toBe(false);
    expect(mixed({ order: () => undefined }, { readOnly: true }).readOnly).toBe(true);
  });
});
