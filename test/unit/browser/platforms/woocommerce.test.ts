import { afterEach, describe, expect, it, vi } from "vitest";
import { watchCart } from "../../../../widget/browser/cart/watchCart.ts";
import type { FakeShop } from "../../../support/shops/fakeShop.ts";
import { openWoocommerceBlocks, openWoocommerceClassic } from "../../../support/shops/woocommerce.ts";
import { goods } from "../../../support/shops/woocommerce/goods.ts";

const never = new AbortController().signal;
let shop: FakeShop;
const open = (create: () => FakeShop) => (shop = create());
const one = (good = goods.plain as FakeShop["goods"]["plain"], quantity = 1) => ({ good, quantity });

afterEach(() => shop.close());

async function onPage(page: Parameters<FakeShop["draw"]>[0]) {
  shop.draw(page);
  const platform = await shop.connect();
  shop.requests();
  return platform;
}

describe.each([
  ["a classic theme", openWoocommerceClassic],
  ["a theme of blocks", openWoocommerceBlocks],
])("WooCommerce with %s", (_, create) => {
  it.each(["home", "product", "cart", "checkout"] as const)(
    "asks the shop for nothing on the %s page while the cart is empty",
    async (page) => {
      open(create);
      const platform = await onPage(page);
      expect((await platform.readCart(never)).lines).toEqual([]);
      platform.context();
      expect(shop.requests()).toEqual([]);
    },
  );

  it("asks once for a cart, and for live prices of what is about to be shown", async () => {
    open(create).put([one()]);
    const platform = await onPage("product");
    await platform.readCart(never);
    await platform.products?.(["14", "13"], never, new Map());
    const asked = shop.requests().map((request) => decodeURIComponent(request));
    expect(asked).toEqual([
      expect.stringMatching(/^GET \S*wc\/store\/v1\/cart\W_fields=items,totals,cross_sells$/),
      expect.stringMatching(/^GET \S*wc\/store\/v1\/products\Winclude=14,13&/),
    ]);
  });

  it("has the merchant's cross-sells without a request, and its related products by one", async () => {
    open(create).put([one()]);
    const platform = await onPage("cart");
    await platform.readCart(never);
    shop.requests();
    expect(await platform.related?.(["13"], "with", never)).toMatchObject([
      { of: "13", product: { id: "14", title: "Beanie", price: { minor: 1500, currency: "USD" } } },
      { of: "13", product: { id: "33", available: false } },
    ]);
    expect(shop.requests()).toEqual([]);
    expect((await platform.related?.(["13"], "instead", never))?.map(({ product }) => product.id)).toContain("14");
    expect(shop.requests()).toHaveLength(1);
  });

  it("rejects a cart, and products, that are none", async () => {
    open(create).put([one()]);
    const platform = await onPage("product");
    vi.stubGlobal("fetch", async () => new Response("<!doctype html>", { status: 503 }));
    await expect(platform.readCart(never)).rejects.toThrow("no cart");
    await expect(platform.products?.(["13"], never, new Map())).rejects.toThrow("no products");
    vi.unstubAllGlobals();
  });

  it("offers a product with open choices in all its ways, and puts the chosen one into the cart", async () => {
    open(create);
    const platform = await onPage("product");
    const [found] = (await platform.products?.(["10"], never, new Map())) ?? [];
    expect(found?.variants?.map(({ id, options }) => [id, options["Size"]])).toEqual([
      ["24:large", "Large"],
      ["24:xl", "Extra – large"],
    ]);
    expect(await platform.add({ product: "10", variant: "24:xl", options: found!.variants![1]!.options, quantity: 1 })).toEqual({
      ok: true,
    });
    expect((await platform.readCart(never)).lines).toMatchObject([{ product: "24", options: { Size: "Extra – large" } }]);
  });
});

describe("WooCommerce's blocks of cart and checkout", () => {
  it.each(["cart", "checkout"] as const)("tell the %s page's cart, and every change of it, without a request", async (page) => {
    open(openWoocommerceBlocks).put([one(goods.plain, 2), one(goods.variant)]);
    const platform = await onPage(page);
    const known = await platform.readCart(never);
    expect(known.lines.map(({ product, quantity }) => [product, quantity])).toEqual([
      ["13", 2],
      ["34", 1],
    ]);
    const heard = vi.fn<() => void>();
    const watch = watchCart({ platform, heard, known });
    await vi.dynamicImportSettled();
    shop.change([one(goods.plain, 3)]);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    watch.stop();
    expect(shop.requests()).toEqual([]);
  });

  it("have alternatives at each of their rows, before anybody has read the cart", async () => {
    open(openWoocommerceBlocks).put([one(), one(goods.other)]);
    const platform = await onPage("cart");
    const found = platform.anchors.flatMap(({ placement, selector, line }) =>
      placement === "cart" && typeof line === "function" ? [...document.querySelectorAll(selector)].map((match) => line(match)) : [],
    );
    const { lines } = await platform.readCart(never);
    expect(found).toEqual(lines.map(({ key }) => key));
  });
});

describe("what was done in WooCommerce before anybody listened", () => {
  it.each([
    ["an addition by the theme", "http://s/?wc-ajax=add_to_cart", true],
    ["a removal by the theme", "http://s/shop/?wc-ajax=remove_from_cart", true],
    ["a write of the blocks", "http://s/wp-json/wc/store/v1/batch?_locale=site", true],
    ["a write without permalinks", "http://s/index.php?rest_route=%2Fwc%2Fstore%2Fv1%2Fcart%2Fadd-item", true],
    ["a reading", "http://s/wp-json/wc/store/v1/cart?_fields=items", false],
    ["a reading without permalinks", "http://s/?rest_route=/wc/store/v1/cart&_fields=items", false],
    ["the theme's own drawing", "http://s/?wc-ajax=get_refreshed_fragments", false],
  ])("is known of %s", async (_, name, isWrite) => {
    open(openWoocommerceClassic);
    const platform = await onPage("product");
    const entries = vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ name } as PerformanceEntry]);
    const heard = vi.fn<() => void>();
    const stop = platform.watch("cart", heard);
    await vi.dynamicImportSettled();
    expect(heard.mock.calls.length > 0).toBe(isWrite);
    stop();
    entries.mockRestore();
  });
});

describe("what WooCommerce's order carries", () => {
  it("is asked for on every page anew, as the page holds it", async () => {
    open(openWoocommerceClassic).put([one()]);
    const platform = await onPage("checkout");
    expect(platform.marksPage).toBe(true);
    vi.stubGlobal("wc_order_attribution", { params: { allowTracking: true } });
    await platform.mark?.({ visit: "v1", arm: "offers", offers: [] });
    vi.unstubAllGlobals();
    expect(document.querySelector<HTMLInputElement>('[name$="utm_content"]')?.value).toBe("goeswith:v1:offers:");
    expect(shop.requests()).toEqual([]);
  });
});
