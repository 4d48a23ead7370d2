import { afterEach, describe, expect, test, vi } from "vitest";
import { createOpencart } from "../../../../widget/browser/platforms/opencart.ts";
import type { PlatformConfig } from "../../../../widget/types/config.ts";
import type { Platform } from "../../../../widget/types/platform.ts";
import type { FakePage, FakeShop, Good } from "../../../support/shops/fakeShop.ts";
import { choosy, goods } from "../../../support/shops/opencart/goods.ts";
import { openOpencart } from "../../../support/shops/opencart/openOpencart.ts";

const never = new AbortController().signal;
const { plain, other } = goods;
let shop: FakeShop;

afterEach(() => shop.close());

interface Opened {
  readonly generation: 3 | 4;
  readonly isReadable?: boolean;
  readonly page?: FakePage;
  readonly good?: Good;
  readonly lines?: readonly Good[];
  readonly own?: PlatformConfig["own"];
}

function open({ generation, isReadable = false, page = "home", good, lines = [], own = {} }: Opened): Platform {
  shop = openOpencart({ generation, isReadable });
  shop.put(lines.map((one) => ({ good: one, quantity: 1 })));
  shop.draw(page, good);
  return createOpencart({ cartUrls: [], cartEvents: [], own });
}
const shown = () => shop.theme().pieces;
const told = async (platform: Platform) => (await platform.readCart(never)).lines.map(({ product }) => product);

describe.each([3, 4] as const)("OpenCart %i", (generation) => {
  test("a page view asks the shop for nothing, with an empty cart and with a full one", async () => {
    expect((await open({ generation }).readCart(never)).lines).toEqual([]);
    shop.close();
    expect(await told(open({ generation, lines: [plain, other] }))).toEqual(["43", "40"]);
    expect(shop.requests()).toEqual([]);
  });

  test("the answer that the theme draws after an addition is the one that is read", async () => {
    const platform = open({ generation, lines: [plain] });
    await platform.readCart(never);
    expect(await platform.add({ product: "40", quantity: 2 })).toEqual({ ok: true });
    expect(await told(platform)).toEqual(["43", "40"]);
    expect(shop.requests().length).toBe(2);
    expect(shown()).toBe(3);
  });

  test("a product in view is added as it is chosen on its page, with what is asked put in", async () => {
    const platform = open({ generation, page: "product", good: choosy });
    document.querySelector<HTMLSelectElement>("#product select")!.value = "4";
    document.querySelector<HTMLInputElement>('#product [value="5"]')!.checked = true;
    expect(await platform.add({ product: "42", quantity: 1, options: { Strap: "Red" } })).toEqual({ ok: true });
    const [line] = (await platform.readCart(never)).lines;
    expect(line?.options).toMatchObject({ Size: "Small", Strap: "Red" });
    expect(shop.requests().filter((request) => request.includes("product/product"))).toEqual([]);
  });

  test("options of a product elsewhere are found on its page; without those it needs it is refused in the shop's words", async () => {
    const platform = open({ generation });
    const options = { Size: "Large, with a very l..", Extra: "Cloth", "Reward Points": "1200" };
    expect(await platform.add({ product: "42", quantity: 1, options })).toEqual({ ok: true });
    expect((await platform.readCart(never)).lines[0]?.options).toMatchObject({ Size: "Large, with a very l..", Extra: "Cloth" });
    expect(await platform.add({ product: "42", quantity: 1 })).toEqual({ ok: false, reason: "refused", message: "Size required!" });
    expect(await platform.add({ product: "42", quantity: 1, options: { Size: "Tiny" } })).toEqual({ ok: false, reason: "refused" });
  });

  test("what the shopper does is heard when the theme draws it, and then asks the shop for nothing", async () => {
    const platform = open({ generation, lines: [plain] });
    await platform.readCart(never);
    const heard = vi.fn<() => void>();
    const stop = platform.watch("cart", heard);
    await vi.waitFor(() => {
      shop.change([{ good: other, quantity: 1 }]);
      shop.change([{ good: plain, quantity: 3 }]);
      expect(heard).toHaveBeenCalled();
    });
    expect((await platform.readCart(never)).lines).toMatchObject([{ product: "43", quantity: 3 }]);
    expect(shop.requests()).toEqual([]);
    stop();
  });

  test("a theme that lists no lines in its header has the shop asked", async () => {
    const platform = open({ generation, lines: [plain] });
    document.querySelector("#cart ul")!.innerHTML = "";
    expect(await told(platform)).toEqual(["43"]);
    expect(shop.requests()).toHaveLength(1);
  });

  test("an answer that is a page, or a fault, is no cart", async () => {
    const platform = open({ generation });
    document.querySelector("#cart")!.remove();
    const { fetch } = window;
    const fault = (status: number, text: string) => void (window.fetch = async () => new Response(text, { status }));
    fault(200, "<!doctype html><html><body>Down for now</body></html>");
    await expect(platform.readCart(never)).rejects.toThrow("no cart");
    fault(503, "");
    await expect(platform.readCart(never)).rejects.toThrow("503");
    window.fetch = fetch;
  });

  test("on readable addresses the lines of the cart page are known by their pages, elsewhere by their words", async () => {
    expect(await told(open({ generation, isReadable: true, lines: [plain, other] }))).toEqual(["sleeve", "pocket-phone"]);
    shop.close();
    const platform = open({ generation, isReadable: true, page: "cart", lines: [plain, other] });
    expect(await told(platform)).toEqual(["43", "40"]);
    expect(shop.requests()).toEqual(["GET /sleeve", "GET /pocket-phone"]);
    await platform.readCart(never);
    expect(shop.requests()).toEqual([]);
    shop.close();
    expect(await told(open({ generation, isReadable: true, page: "cart", lines: [plain], own: { ids: "alias" } }))).toEqual(["sleeve"]);
  });

  test("on readable addresses a product is known by its own page, and one we add by the shop's answer", async () => {
    const platform = open({ generation, isReadable: true, page: "product", good: plain, lines: [plain] });
    expect(await told(platform)).toEqual(["43"]);
    expect(await platform.add({ product: "40", quantity: 1 })).toEqual({ ok: true });
    expect(await told(platform)).toEqual(["43", "40"]);
  });

  test("the order is what was in the cart, named by the keys of its lines", async () => {
    const platform = open({ generation, page: "checkout", lines: [plain, other] });
    const last = await platform.readCart(never);
    expect(await platform.order?.(last)).toBeUndefined();
    shop.placeOrder("");
    expect(await platform.order?.(undefined)).toBeUndefined();
    expect(await platform.order?.(last)).toEqual({
      id: "lines 1 2",
      currency: "USD",
      total: { minor: 18340, currency: "USD" },
      lines: [
        { product: "43", quantity: 1, price: { minor: 6020, currency: "USD" } },
        { product: "40", quantity: 1, price: { minor: 12320, currency: "USD" } },
      ],
    });
  });

  test("a confirmation page with a cart in its header is about no order that was just placed", async () => {
    const platform = open({ generation, page: "confirmation", lines: [plain] });
    expect(await platform.order?.({ currency: "USD", lines: [] })).toBeUndefined();
  });

  test("the number of an order is taken from where the shop says it", async () => {
    const platform = open({ generation, page: "confirmation", own: { order: "#content h1" } });
    expect(await platform.order?.({ currency: "USD", lines: [] })).toMatchObject({ id: "Your order has been placed!" });
  });

  test("another currency and another cart may be named", async () => {
    const platform = open({ generation, own: { currency: "CAD", cart: "#elsewhere" } });
    document.body.insertAdjacentHTML("beforeend", '<div id="elsewhere">0</div>');
    expect(await platform.readCart(never)).toEqual({ currency: "CAD", lines: [], total: { minor: 0, currency: "CAD" } });
    expect(shop.requests()).toEqual([]);
  });
});

test("OpenCart 4: a line goes by the theme's own address, which every version has elsewhere", async () => {
  const platform = open({ generation: 4, lines: [plain] });
  document.querySelector("#cart form")!.setAttribute("action", "index.php?route=checkout/cart.remove");
  const [line] = (await platform.readCart(never)).lines;
  await platform.remove?.(line!.key);
  expect(shop.requests()[0]).toBe("POST /index.php?route=checkout/cart.remove key=1");
});

test("OpenCart 3: a quantity is changed without following where the answer leads", async () => {
  const platform = open({ generation: 3, lines: [plain] });
  expect(await platform.setQuantity?.("1", 4)).toEqual({ ok: true });
  expect(shop.requests()[0]).toBe("POST /index.php?route=checkout/cart/edit quantity%5B1%5D=4");
  expect(shop.lines()).toMatchObject([{ quantity: 4 }]);
});

test.each([
  ["of the cart's own kind", "http://s/index.php?route=checkout/cart.add&language=en-gb", true],
  ["with the bar of 4.0", "http://s/index.php?route=common/cart%7CremoveProduct", true],
  ["of the cart's own kind in 3", "http://s/shop/index.php?route=checkout/cart/edit", true],
  ["that only reads", "http://s/index.php?route=common/cart.info", false],
  ["for a page", "http://s/index.php?route=checkout/cart", false],
])("a request %s that was done before anybody listened is known", async (_, name, isWrite) => {
  const platform = open({ generation: 4 });
  const entries = vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ name } as PerformanceEntry]);
  const heard = vi.fn<() => void>();
  const stop = platform.watch("cart", heard);
  await vi.waitFor(() => expect(entries).toHaveBeenCalled());
  expect(heard).toHaveBeenCalledTimes(isWrite ? 1 : 0);
  stop();
  entries.mockRestore();
});
