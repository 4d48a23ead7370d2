import { afterEach, describe, expect, test, vi } from "vitest";
import type { Cart } from "../../../widget/types/cart.ts";
import type { AddRequest, PlacedOrder, Platform } from "../../../widget/types/platform.ts";
import { createWriter } from "../../../widget/browser/cart/createWriter.ts";
import { snapshot } from "../../../widget/browser/cart/snapshot.ts";
import { watchCart } from "../../../widget/browser/cart/watchCart.ts";
import { platforms } from "../../../widget/browser/platforms/index.ts";
import type { FakeShop, Good } from "../../support/shops/fakeShop.ts";
import { shops } from "../../support/shops/index.ts";

const never = new AbortController().signal;
let shop: FakeShop;

afterEach(() => {
  shop.close();
  vi.useRealTimers();
});

const open = (create: () => FakeShop): FakeShop => (shop = create());
const one = (good: Good, quantity = 1) => ({ good, quantity });
const asked = ({ product, variant }: Good, quantity = 1): AddRequest => ({ product, quantity, ...(variant !== undefined && { variant }) });
const told = (cart: Cart | undefined) =>
  cart?.lines.map(({ product, variant, quantity }) => [product, variant, quantity].filter(Boolean).join(" "));
const named = (lines: readonly { readonly good: Good; readonly quantity: number }[]) =>
  lines.map(({ good: { product, variant }, quantity }) => [product, variant, quantity].filter(Boolean).join(" "));

const cartOf = async (platform: Platform): Promise<Cart | undefined> =>
  snapshot(await platform.readCart(never), platform.context().currency ?? shop.currency);

async function onPage(page: Parameters<FakeShop["draw"]>[0] = "cart", good?: Good) {
  shop.draw(page, good);
  const platform = await shop.connect();
  const read = () => cartOf(platform);
  return { platform, read, writer: createWriter({ platform, read }) };
}

describe.each(shops)("%s", (_, create) => {
  test("is known as itself on each of its pages, and as nothing else", () => {
    open(create).put([one(shop.goods.plain)]);
    for (const page of ["home", "product", "cart", "checkout"] as const) {
      shop.draw(page, shop.goods.plain);
      const [first, ...others] = platforms.filter(({ name, detect }) => name !== "markup" && name !== "datalayer" && detect());
      expect([page, first?.name ?? "datalayer", others.length]).toEqual([page, shop.platform, 0]);
    }
  });

  test("an empty cart is read, without a request where the shop's page can tell", async () => {
    open(create);
    const { read } = await onPage("home");
    shop.requests();
    expect((await read())?.lines).toEqual([]);
    expect(shop.requests()).toEqual([]);
  });

  test("one line and many are read, with title, whole quantity and exact price", async () => {
    open(create).put([one(shop.goods.plain, 3), one(shop.goods.variant), one(shop.goods.other, 2)]);
    const { read } = await onPage();
    const cart = await read();
    expect([...(told(cart) ?? [])].sort()).toEqual([...named(shop.lines())].sort());
    for (const { good } of shop.lines()) {
      const line = cart?.lines.find(({ product }) => product === good.product);
      expect(line).toMatchObject({ title: expect.stringContaining(good.title), price: { minor: good.price, currency: shop.currency } });
    }
  });

  test("prices are in the currency the shop trades in", async () => {
    open(create).put([one(shop.goods.plain)]);
    shop.trade("EUR");
    const { read } = await onPage();
    expect(await read()).toMatchObject({ currency: "EUR", lines: [{ price: { minor: shop.goods.plain.price, currency: "EUR" } }] });
  });

  test("a page says its step and the product it is about", async () => {
    open(create).put([one(shop.goods.plain)]);
    const { plain } = shop.goods;
    expect((await onPage("product", plain)).platform.context()).toMatchObject({ step: "product", view: { id: plain.product } });
    expect((await onPage("cart")).platform.context().step).toBe("cart");
    expect((await onPage("checkout")).platform.context().step).toBe("checkout");
    const { step, view } = (await onPage("home")).platform.context();
    expect([step, view]).toEqual([undefined, undefined]);
  });

  test("the page has room for offers at every step", async () => {
    open(create).put([one(shop.goods.plain)]);
    const { without } = shop;
    for (const page of ["product", "cart", ...(without.includes("order") ? [] : (["checkout"] as const))] as const) {
      const { platform } = await onPage(page, shop.goods.plain);
      const here = platform.anchors.filter(({ placement, line }) => placement === page && !line);
      expect([page, here.some(({ selector }) => document.querySelector(selector))]).toEqual([page, !without.includes("add")]);
    }
  });

  test("a change of the shopper's is heard, and read once", async () => {
    open(create).put([one(shop.goods.plain)]);
    const { platform, read } = await onPage();
    const known = await read();
    const heard = vi.fn<(cart: Cart) => void>();
    const watch = watchCart({ platform, heard, known, currency: shop.currency });
    shop.requests();
    shop.change([one(shop.goods.plain, 2), one(shop.goods.other)]);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    expect([...(told(heard.mock.calls[0]?.[0]) ?? [])].sort()).toEqual([...named(shop.lines())].sort());
    expect(shop.requests().length).toBeLessThanOrEqual(1);
    watch.stop();
  });

  test("a stopped watch hears nothing, and the page is as found", async () => {
    open(create).put([one(shop.goods.plain)]);
    shop.draw("cart");
    const before = document.documentElement.outerHTML;
    const platform = await shop.connect();
    const { fetch } = window;
    const heard = vi.fn<() => void>();
    const stops = (["cart", "page"] as const).map((what) => platform.watch(what, heard));
    for (const stop of [...stops, ...stops]) stop();
    heard.mockClear();
    expect([document.documentElement.outerHTML === before, window.fetch === fetch]).toEqual([true, true]);
    shop.change([]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(heard).not.toHaveBeenCalled();
  });

  test("adds a product and a variant, and the theme's own cart shows it", async () => {
    open(create).put([one(shop.goods.plain)]);
    const { writer, platform } = await onPage("cart");
    if (shop.without.includes("add")) return expect(await platform.add(asked(shop.goods.other))).toMatchObject({ reason: "unsupported" });
    const { other, variant } = shop.goods;
    expect(await writer.add(asked(other, 2))).toMatchObject({ ok: true, line: { quantity: 2 } });
    expect(await writer.add(asked(variant))).toMatchObject({ ok: true });
    expect(named(shop.lines()).sort()).toEqual(named([one(shop.goods.plain), one(other, 2), one(variant)]).sort());
    await vi.waitFor(() => expect(shop.theme().pieces).toBe(4));
  });

  test("row 91: what is asked of the shop names no price", async () => {
    open(create).put([one(shop.goods.plain)]);
    const { platform } = await onPage();
    if (shop.without.includes("add")) return expect(platform.remove).toBeUndefined();
    shop.requests();
    await platform.add({ ...asked(shop.goods.other), price: 1, discount: 99 } as AddRequest);
    expect(shop.requests().join(" ")).not.toMatch(/price|discount/i);
  });

  test.each(["sold-out", "refused"] as const)(
    "a product that is %s is refused in the shop's words, and nothing is added",
    async (fault) => {
      open(create).put([one(shop.goods.plain)]);
      const { writer } = await onPage();
      if (shop.without.includes("add")) return expect(await writer.add(asked(shop.goods.other))).toMatchObject({ reason: "unsupported" });
      shop.fail(fault);
      const written = await writer.add(asked(shop.goods.other));
      expect(written).toMatchObject({
        ok: false,
        reason: expect.stringMatching(/^(sold-out|refused)$/),
        message: expect.stringMatching(/^[^<&]+$/),
      });
      expect(named(shop.lines())).toEqual(named([one(shop.goods.plain)]));
    },
  );

  test.each(["dead", "html"] as const)("row 86: an answer that is %s is no addition", async (fault) => {
    open(create).put([one(shop.goods.plain)]);
    const { writer } = await onPage();
    if (shop.without.includes("add")) return expect(await writer.add(asked(shop.goods.other))).toMatchObject({ reason: "unsupported" });
    shop.fail(fault);
    expect(await writer.add(asked(shop.goods.other))).toMatchObject({ ok: false, reason: fault === "dead" ? "network" : "refused" });
  });

  test("row 87: a refusal of what was added all the same is an addition", async () => {
    open(create).put([one(shop.goods.plain)]);
    const { writer } = await onPage();
    if (shop.without.includes("add")) return expect(await writer.add(asked(shop.goods.other))).toMatchObject({ reason: "unsupported" });
    shop.fail("although");
    expect(await writer.add(asked(shop.goods.other))).toMatchObject({ ok: true });
  });

  test("row 90: a token that has run out is asked for anew once, and one that is never good ends in a refusal", async () => {
    open(create).put([one(shop.goods.plain)]);
    const { writer } = await onPage();
    if (shop.without.includes("token")) return expect(shop.requests().join()).not.toMatch(/token|nonce/);
    shop.fail("expired");
    expect(await writer.add(asked(shop.goods.other))).toMatchObject({ ok: true });
    shop.fail("locked");
    shop.requests();
    expect(await writer.add(asked(shop.goods.variant))).toMatchObject({ ok: false });
    expect(shop.requests().filter((request) => request.startsWith("POST")).length).toBeLessThanOrEqual(2);
  });

  test("swaps a line, keeps its quantity, and the theme is brought up to date once", async () => {
    open(create).put([one(shop.goods.plain, 2), one(shop.goods.variant)]);
    const { writer, read, platform } = await onPage();
    const line = (await read())?.lines.find(({ product }) => product === shop.goods.plain.product);
    if (shop.without.includes("add")) return expect(platform.swap).toBeUndefined();
    expect(await writer.swap(line!, asked(shop.goods.other, 2))).toMatchObject({ ok: true, line: { quantity: 2 } });
    expect(named(shop.lines()).sort()).toEqual(named([one(shop.goods.variant), one(shop.goods.other, 2)]).sort());
    await vi.waitFor(() => expect(shop.theme()).toEqual({ pieces: 3, refreshes: 1 }));
  });

  test("a swap whose new product is refused leaves the old line", async () => {
    open(create).put([one(shop.goods.plain, 2)]);
    const { writer, read, platform } = await onPage();
    const [line] = (await read())?.lines ?? [];
    if (shop.without.includes("add")) return expect(platform.swap).toBeUndefined();
    shop.fail("sold-out");
    expect(await writer.swap(line!, asked(shop.goods.other, 2))).toMatchObject({ ok: false });
    expect(named(shop.lines())).toEqual(named([one(shop.goods.plain, 2)]));
  });

  test("changes a quantity, removes a line, and refuses one that is not there", async () => {
    open(create).put([one(shop.goods.plain, 2), one(shop.goods.other)]);
    const { platform, read, writer } = await onPage();
    const line = (await read())?.lines.find(({ product }) => product === shop.goods.plain.product);
    if (shop.without.includes("add")) return expect([platform.remove, platform.setQuantity]).toEqual([undefined, undefined]);
    expect(await platform.setQuantity?.(line!.key, 5)).toEqual({ ok: true });
    expect(named(shop.lines())).toContain(named([one(shop.goods.plain, 5)])[0]);
    expect(await platform.setQuantity?.(line!.key, 1)).toEqual({ ok: true });
    expect(named(shop.lines())).toContain(named([one(shop.goods.plain, 1)])[0]);
    expect(await writer.remove(line!.key)).toMatchObject({ ok: true });
    expect(named(shop.lines())).toEqual(named([one(shop.goods.other)]));
    expect(await writer.remove("gone")).toMatchObject({ ok: false, reason: "refused" });
  });

  test("live price and stock are asked for only what is asked, in one or two requests", async () => {
    open(create).put([one(shop.goods.plain)]);
    const { platform } = await onPage();
    if (shop.without.includes("products")) return expect(platform.products).toBeUndefined();
    const { plain, other } = shop.goods;
    const known = new Map(
      [plain, other].map((good) => [good.product, { id: good.product, title: good.title, url: `/products/${good.product}` }]),
    );
    shop.requests();
    const found = await platform.products!([plain.product, other.product], never, known);
    expect(Object.fromEntries(found.map(({ id, price, available }) => [id, [price?.minor, available]]))).toEqual(
      Object.fromEntries([plain, other].map(({ product, price }) => [product, [price, true]])),
    );
    expect(shop.requests().length).toBeLessThanOrEqual(2);
  });

  test("tells the placed order with what was in the cart, and none on other pages", async () => {
    open(create).put([one(shop.goods.plain, 2), one(shop.goods.variant)]);
    const { read, platform } = await onPage("checkout");
    const last = await read();
    expect(await platform.order?.(last)).toBeUndefined();
    if (shop.without.includes("order")) return expect(platform.order).toBeUndefined();
    shop.placeOrder("1001");
    const done = await shop.connect();
    expect(done.context().step).toBe("confirmation");
    const order = await done.order?.(last);
    expect(order).toMatchObject({ id: expect.stringMatching(/\w/), currency: shop.currency });
    const facts = (lines: Cart["lines"] | PlacedOrder["lines"] = []) =>
      Object.fromEntries(lines.map(({ product, quantity, price }) => [product, [quantity, price?.minor]]));
    expect(facts(order?.lines)).toEqual(facts(last?.lines));
  });
});
