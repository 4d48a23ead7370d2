import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Cart } from "../../../../../widget/types/cart.ts";
import type { PlatformConfig } from "../../../../../widget/types/config.ts";
import type { WriteResult } from "../../../../../widget/types/platform.ts";
import { createShop, type ShopParts } from "../../../../../widget/browser/platforms/shop/createShop.ts";
import { aCart, aLine } from "../../../../support/builders.ts";

const { signal } = new AbortController();
const config: PlatformConfig = { cartUrls: [], cartEvents: [], own: {} };
const item = { product: "case", quantity: 1 };
const stops: (() => void)[] = [];
type Hear = (list: { getEntries(): readonly object[] }) => void;
const observers = new Set<Hear>();

beforeEach(() => {
  vi.stubGlobal("navigator", { userActivation: { hasBeenActive: false } });
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      readonly heard: Hear;
      constructor(heard: Hear) {
        this.heard = heard;
      }
      observe = () => observers.add(this.heard);
      disconnect = () => observers.delete(this.heard);
    },
  );
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
  document.documentElement.lang = "";
});

/** A shop whose cart is what the test puts there. */
function open(over: Partial<ShopParts> = {}, more: Partial<PlatformConfig> = {}) {
  const server = { cart: aCart(aLine()) };
  const ok = async (): Promise<WriteResult> => ({ ok: true });
  const write = { add: vi.fn(ok), remove: vi.fn(ok), setQuantity: vi.fn(ok) };
  const readCart = vi.fn(async (_: AbortSignal, _isStale: boolean): Promise<Cart> => server.cart);
  const refresh = vi.fn<() => unknown>();
  const parts: ShopParts = {
    name: "some",
    anchors: [],
    context: () => ({ step: "cart" }),
    readCart,
    signs: { events: ["shop:cart"], urls: [/\/cart\/add/] },
    write,
    refresh,
    ...over,
  };
  const shop = createShop({ ...config, ...more }, parts);
  const read = () => shop.readCart(signal);
  /** Whether each reading was to believe the page no more. */
  const stale = () => readCart.mock.calls.map(([, isStale]) => isStale);
  const watch = async (what: "cart" | "page" = "cart") => {
    const heard = vi.fn<() => void>();
    const stop = shop.watch(what, heard);
    stops.push(stop);
    await vi.dynamicImportSettled();
    return { heard, stop };
  };
  return { shop, server, write, refresh, read, stale, watch };
}
const tell = (name: string) => document.body.dispatchEvent(new Event(name));
const ended = (startTime: number, duration: number, name = "https://s.test/cart/add") =>
  observers.forEach((hear) => hear({ getEntries: () => [{ name, initiatorType: "fetch", startTime, duration }] }));

describe("a write", () => {
  it.each([
    ["add", (shop: ReturnType<typeof open>["shop"]) => shop.add(item)],
    ["setQuantity", (shop: ReturnType<typeof open>["shop"]) => shop.setQuantity!("l1", 2)],
    ["remove", (shop: ReturnType<typeof open>["shop"]) => shop.remove!("l1")],
    ["swap", (shop: ReturnType<typeof open>["shop"]) => shop.swap!("l1", item)],
  ] as const)("%s has the theme brought up to date once, and the shop is asked for its cart from then on", async (_, call) => {
    const { shop, refresh, read, stale } = open();
    await read();
    expect(stale()).toEqual([false]);
    expect(await call(shop)).toEqual({ ok: true });
    await read();
    await read();
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(stale().slice(1)).not.toContain(false);
  });

  it("that is refused is told in the shop's words, and leaves the theme alone", async () => {
    const { shop, write, refresh, read } = open();
    await read();
    write.add.mockResolvedValue({ ok: false, reason: "sold-out", message: "Gone" });
    expect(await shop.add(item)).toEqual({ ok: false, reason: "sold-out", message: "Gone" });
    await read();
    expect(refresh).not.toHaveBeenCalled();
  });

  it.each([
    ["rejects", () => Promise.reject(new TypeError("dead"))],
    [
      "throws",
      () => {
        throw new Error("dead");
      },
    ],
  ])("row 86: that %s is a dead network, as a value", async (_, dead) => {
    const { shop, write, refresh, read } = open();
    await read();
    for (const one of Object.values(write)) one.mockImplementation(dead);
    const answers = [await shop.add(item), await shop.swap!("l1", item), await shop.setQuantity!("l1", 2), await shop.remove!("l1")];
    expect(answers).toEqual(answers.map(() => ({ ok: false, reason: "network" })));
    await read();
    expect(refresh).not.toHaveBeenCalled();
  });

  it.each(["network", "refused"] as const)(
    "row 87: that ends as %s and came through all the same is shown by the theme, once",
    async (reason) => {
      const { shop, server, write, refresh, read } = open();
      await read();
      write.add.mockImplementation(async () => {
        server.cart = aCart(aLine(), aLine({ key: "l2", product: "case" }));
        return { ok: false, reason };
      });
      await shop.add(item);
      await read();
      await read();
      expect(refresh).toHaveBeenCalledTimes(1);
    },
  );

  it("is not held up by a theme that fails to be brought up to date", async () => {
    for (const refresh of [
      () => Promise.reject(new Error("theme")),
      () => {
        throw new Error("theme");
      },
      () => new Promise(() => {}),
    ])
      expect(await open({ refresh }).shop.add(item)).toEqual({ ok: true });
  });
});

describe("a swap", () => {
  it("adds, reads the keys anew and removes", async () => {
    const { shop, write } = open();
    expect(await shop.swap!("l1", item)).toEqual({ ok: true });
    expect([write.add.mock.calls, write.remove.mock.calls]).toEqual([[[item]], [["l1"]]]);
  });

  it("removes nothing that the shop took out itself", async () => {
    const { shop, server, write, refresh } = open();
    server.cart = aCart(aLine({ key: "l2", product: "case" }));
    expect(await shop.swap!("l1", item)).toEqual({ ok: true });
    expect([write.remove.mock.calls.length, refresh.mock.calls.length]).toEqual([0, 1]);
  });

  it("whose first leg is refused touches nothing more", async () => {
    const { shop, write, refresh } = open();
    write.add.mockResolvedValue({ ok: false, reason: "refused" });
    expect(await shop.swap!("l1", item)).toEqual({ ok: false, reason: "refused" });
    expect([write.remove.mock.calls.length, refresh.mock.calls.length]).toEqual([0, 0]);
  });

  it("whose second leg is refused says so, and the theme shows what was added", async () => {
    const { shop, server, write, refresh, read } = open();
    await read();
    write.add.mockImplementation(async () => {
      server.cart = aCart(aLine(), aLine({ key: "l2", product: "case" }));
      return { ok: true };
    });
    write.remove.mockResolvedValue({ ok: false, reason: "refused" });
    expect(await shop.swap!("l1", item)).toEqual({ ok: false, reason: "refused" });
    await read();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("between whose legs the cart cannot be read is a dead network", async () => {
    const readCart = vi.fn(async () => Promise.reject(new Error("dead")));
    const { shop, write } = open({ readCart });
    expect(await shop.swap!("l1", item)).toEqual({ ok: false, reason: "network" });
    expect(write.remove).not.toHaveBeenCalled();
  });
});

describe("the cart", () => {
  it("may be believed as the page shows it until the shop's sign", async () => {
    const { read, stale, watch } = open();
    await watch();
    await read();
    await read();
    tell("shop:cart");
    await read();
    await read();
    expect(stale()).toEqual([false, false, true, true]);
  });

  it("that cannot be read rejects, and is asked for anew as before", async () => {
    const readCart = vi.fn(async (_: AbortSignal, _isStale: boolean): Promise<Cart> => aCart());
    readCart.mockRejectedValueOnce(new Error("dead"));
    const { shop, read } = open({ readCart });
    await shop.add(item);
    await expect(read()).rejects.toThrow("dead");
    await read();
    expect(readCart.mock.calls.map(([, isStale]) => isStale)).toEqual([true, true]);
  });
});

describe("a watch", () => {
  it("hears the system's signs and the configured ones", async () => {
    const { watch } = open({}, { cartEvents: ["own:cart"], cartUrls: ["/api/basket"] });
    const { heard } = await watch();
    tell("shop:cart");
    tell("own:cart");
    ended(9e6, 10);
    ended(9e6, 10, "https://s.test/api/basket");
    ended(9e6, 10, "https://s.test/search");
    expect(heard).toHaveBeenCalledTimes(4);
  });

  it("hears whatever else tells of a change, until it is stopped", async () => {
    let happen = () => {};
    const end = vi.fn();
    const listen = (heard: () => void) => {
      happen = heard;
      return end;
    };
    const { watch } = open({ signs: { listen } });
    const { heard, stop } = await watch();
    happen();
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    stop();
    happen();
    expect([heard.mock.calls.length, end.mock.calls.length]).toEqual([1, 1]);
  });

  it("does not hear what we ourselves asked for", async () => {
    const { shop, write, read, watch } = open();
    const { heard } = await watch();
    let from = 0;
    write.add.mockImplementation(async () => {
      from = performance.now();
      return { ok: true };
    });
    await shop.add(item);
    await read();
    ended(from, 0);
    expect(heard).not.toHaveBeenCalled();
    ended(from + 60_000, 10);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("hears a request that ended before the page was believed, and none that ended before the shop was asked", async () => {
    const { read, watch } = open();
    const { heard } = await watch();
    await read();
    ended(-1000, 10);
    expect(heard).toHaveBeenCalledTimes(1);
    await read();
    ended(-1000, 10);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("reads again what the shopper may have changed before anybody listened", async () => {
    vi.stubGlobal("navigator", { userActivation: { hasBeenActive: true } });
    const { read, stale, watch } = open();
    const { heard } = await watch();
    expect(heard).toHaveBeenCalledTimes(1);
    await read();
    expect(stale()).toEqual([true]);
  });

  it("of the page hears another page, which is no sign of the cart's", async () => {
    const { read, stale, watch } = open();
    const { heard } = await watch("page");
    window.dispatchEvent(new Event("popstate"));
    tell("shop:cart");
    expect(heard).toHaveBeenCalledTimes(1);
    await read();
    expect(stale()).toEqual([false]);
  });

  it("that is stopped, at once or later, leaves the page as found", async () => {
    const before = document.documentElement.outerHTML;
    const { fetch } = window;
    const { shop, watch } = open({}, { hear: "wrap" });
    const { heard, stop } = await watch();
    await vi.waitFor(() => expect(window.fetch).not.toBe(fetch));
    stop();
    shop.watch("cart", heard)();
    await vi.dynamicImportSettled();
    tell("shop:cart");
    ended(9e6, 10);
    expect([heard.mock.calls.length, observers.size, window.fetch === fetch]).toEqual([0, 0, true]);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe("a shop", () => {
  it("has the page's language, unless its system knows better", () => {
    expect(open().shop.context()).toEqual({ step: "cart", locale: "en" });
    document.documentElement.lang = "pl-PL";
    expect(open().shop.context().locale).toBe("pl-PL");
    expect(open({ context: () => ({ locale: "de" }) }).shop.context()).toEqual({ locale: "de" });
  });

  it("offers what its system does and nothing else", async () => {
    const { shop } = open();
    expect([shop.products, shop.related, shop.order, shop.mark]).toEqual([undefined, undefined, undefined, undefined]);
    const { shop: own } = open({ products: async () => [] });
    expect(await own.products?.([], signal, new Map())).toEqual([]);
  });

  it("has its anchors as the page is now", () => {
    let selector = "#a";
    const shop = createShop(config, {
      name: "some",
      get anchors() {
        return [{ placement: "cart" as const, selector }];
      },
    } as object as ShopParts);
    selector = "#b";
    expect(shop.anchors).toEqual([{ placement: "cart", selector: "#b" }]);
  });

  it("lets somebody else's write count as one of its own", async () => {
    const { shop, read, stale, watch } = open();
    const { heard } = await watch();
    ended(await shop.during(async () => performance.now()), 0);
    await read();
    expect([heard.mock.calls.length, stale()]).toEqual([0, [true]]);
  });
});
