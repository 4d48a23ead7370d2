import { afterEach, expect, test, vi } from "vitest";
import type { Cart } from "../../../../widget/types/cart.ts";
import type { Platform } from "../../../../widget/types/platform.ts";
import type { FakeShop } from "../../../support/shops/fakeShop.ts";
import { openPrestashop } from "../../../support/shops/prestashop.ts";
import { goods } from "../../../support/shops/prestashop/goods.ts";

const { plain, other, variant } = goods;
const never = new AbortController().signal;
const page = window as unknown as { prestashop: Record<string, unknown> };
const bus = () => page.prestashop as { emit(event: string, told: unknown): void; on(event: string, heard: (told: never) => void): void };
let shop: FakeShop;

afterEach(() => shop.close());

async function onPage(
  name: Parameters<FakeShop["draw"]>[0] = "cart",
  lines: Parameters<FakeShop["put"]>[0] = [{ good: plain, quantity: 2 }],
) {
  shop = openPrestashop();
  shop.put(lines);
  shop.draw(name, plain);
  return shop.connect();
}

const told = ({ lines }: Cart) => lines.map(({ key, quantity }) => `${key} ×${quantity}`);
const read = async (platform: Platform) => told(await platform.readCart(never));

async function watched(platform: Platform, work: () => void) {
  const heard = vi.fn<() => void>();
  const stop = platform.watch("cart", heard);
  // The bus is heard once what hears it is loaded.
  await vi.waitFor(() => {
    bus().emit("updateCart", { reason: {}, resp: { cart: page.prestashop["cart"] } });
    expect(heard).toHaveBeenCalled();
  });
  await platform.readCart(never);
  shop.requests();
  heard.mockClear();
  work();
  stop();
  return heard;
}

test("a cart that the theme tells with its event costs no request", async () => {
  const platform = await onPage();
  const heard = await watched(platform, () => shop.change([{ good: other, quantity: 1 }]));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(await read(platform)).toEqual(["8-0-0 ×1"]);
  expect(shop.requests()).toEqual([]);
});

test.each([
  ["no answer at all, as in 1.7.0", { reason: { idProduct: "6" } }],
  ["an answer that is still to be read, as in hummingbird", { reason: {}, resp: new Response("{}") }],
  ["a refusal", { reason: {}, resp: { hasError: true, errors: ["No"] } }],
])("an event with %s has the cart read, which changes nothing", async (_, event) => {
  const platform = await onPage();
  await watched(platform, () => {
    shop.put([{ good: other, quantity: 3 }]);
    bus().emit("updateCart", event);
  });
  expect(await read(platform)).toEqual(["8-0-0 ×3"]);
  expect(shop.requests()).toEqual(["GET /index.php?controller=cart&ajax=1&action=update"]);
  expect(shop.lines()).toEqual([{ good: other, quantity: 3 }]);
});

test("the cart of 1.7, told as the reason, is believed", async () => {
  const platform = await onPage();
  const { cart } = page.prestashop;
  shop.put([{ good: variant, quantity: 1 }]);
  await watched(platform, () => bus().emit("updateCart", { reason: { cart } }));
  expect(await read(platform)).toEqual(["6-0-0 ×2"]);
  expect(shop.requests()).toEqual([]);
});

test.each(["load", "click"])("a bus that comes after us is heard by the page's %s, and none that comes after we stopped", async (sign) => {
  const platform = await onPage();
  const { on } = bus();
  delete page.prestashop["on"];
  const [heard, late] = [vi.fn<() => void>(), vi.fn<() => void>()];
  platform.watch("cart", heard);
  const stop = platform.watch("cart", late);
  await vi.dynamicImportSettled();
  stop();
  page.prestashop["on"] = on;
  (sign === "load" ? window : document.body).dispatchEvent(new Event(sign, { bubbles: true }));
  shop.change([]);
  expect([heard.mock.calls.length, late.mock.calls.length]).toEqual([1, 0]);
});

test("a change made before we listened is known from the page, without a request", async () => {
  const platform = await onPage();
  expect(await read(platform)).toEqual(["6-0-0 ×2"]);
  shop.requests();
  shop.change([{ good: other, quantity: 1 }]);
  const heard = vi.fn<() => void>();
  platform.watch("cart", heard);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  expect(await read(platform)).toEqual(["8-0-0 ×1"]);
  expect(shop.requests()).toEqual([]);
});

test("another combination is a change of the page", async () => {
  const platform = await onPage("product");
  const heard = vi.fn<() => void>();
  const stop = platform.watch("page", heard);
  await vi.waitFor(() => {
    bus().emit("updatedProduct", {});
    expect(heard).toHaveBeenCalled();
  });
  stop();
});

test("what a theme puts into the global in the cart's place is no cart", async () => {
  const platform = await onPage();
  page.prestashop["cart"] = { active_inputs: null };
  expect(await read(platform)).toEqual(["6-0-0 ×2"]);
  expect(shop.requests()).toHaveLength(1);
});

test("where a cache serves the pages, the first reading asks the shop", async () => {
  await onPage();
  const platform = await shop.connect({ own: { cached: "yes" } });
  shop.put([{ good: other, quantity: 1 }]);
  expect([await read(platform), await read(platform)]).toEqual([["8-0-0 ×1"], ["8-0-0 ×1"]]);
  expect(shop.requests()).toHaveLength(1);
});

test("row 62: a form of the global's name is no shop", async () => {
  const platform = await onPage();
  page.prestashop = document.createElement("form") as never;
  expect(platform.context()).toEqual({ locale: "en", step: "cart" });
  await expect(platform.readCart(never)).resolves.toMatchObject({ lines: [{ key: "6-0-0" }] });
});

test("an addition has the theme draw its cart, and opens no box", async () => {
  const platform = await onPage("product");
  expect(await platform.add({ product: "1", variant: "1", quantity: 1 })).toEqual({ ok: true });
  await vi.waitFor(() => expect(shop.theme()).toEqual({ pieces: 3, refreshes: 1 }));
  expect(document.querySelector("#blockcart-modal")).toBeNull();
  expect(shop.requests()).toEqual([expect.stringContaining("add=1&id_product=1&id_product_attribute=1&id_customization=0&qty=1")]);
});

test("our own event is no sign for us", async () => {
  const platform = await onPage();
  const heard = vi.fn<() => void>();
  platform.watch("cart", heard);
  await vi.dynamicImportSettled();
  heard.mockClear();
  await platform.add({ product: "8", quantity: 1 });
  await vi.waitFor(() => expect(shop.theme().pieces).toBe(3));
  expect(heard).not.toHaveBeenCalled();
});

test("a theme without a bus is added to all the same", async () => {
  const platform = await onPage();
  page.prestashop["emit"] = undefined;
  expect(await platform.add({ product: "8", quantity: 1 })).toEqual({ ok: true });
  expect(shop.lines()).toHaveLength(2);
});
