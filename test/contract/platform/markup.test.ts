import { afterEach, describe, expect, test, vi } from "vitest";
import type { Cart, Line } from "../../../widget/types/cart.ts";
import type { Adapter, AddRequest, Platform, WriteResult } from "../../../widget/types/platform.ts";
import { createWriter } from "../../../widget/browser/cart/createWriter.ts";
import { snapshot } from "../../../widget/browser/cart/snapshot.ts";
import { watchCart } from "../../../widget/browser/cart/watchCart.ts";
import { createMarkup } from "../../../widget/browser/platforms/markup.ts";
import { aLine, euro } from "../../support/builders.ts";

/** A small shop in the page, on the software the platform is for. */
interface Shop {
  readonly platform: Platform;
  /** Whether the platform can write to it. */
  readonly writable: boolean;
  /** Puts these lines into its cart, as when the page is loaded. */
  put(lines: readonly Line[], currency?: string): void;
  /** The shop itself puts these lines into its cart while the page stands. */
  change(lines: readonly Line[]): void;
  sellOut(product: string): void;
  disconnect(): void;
  /** Shows the confirmation page of an order with one line of this product. */
  placeOrder(product: string): void;
}

const decimal = ({ price, ...line }: Line) => ({ ...line, ...(price && { price: (price.minor / 100).toFixed(2) }) });

function showScript(name: string, value: unknown): void {
  document.querySelector(`script[data-goeswith="${name}"]`)?.remove();
  const script = document.createElement("script");
  script.type = "application/json";
  script.dataset.goeswith = name;
  script.textContent = JSON.stringify(value);
  document.body.append(script);
}

const showJson = (lines: readonly Line[], currency: string) => showScript("cart", { currency, lines: lines.map(decimal) });

function showAttributes(lines: readonly Line[], currency: string): void {
  document.querySelector("[data-goeswith-cart]")?.remove();
  const cart = document.createElement("section");
  cart.dataset.goeswithCart = "";
  cart.dataset.currency = currency;
  for (const { key, ...line } of lines.map(decimal)) {
    const row = document.createElement("div");
    row.dataset.goeswithLine = key;
    for (const [name, value] of Object.entries(line)) row.dataset[name] = value as string;
    cart.append(row);
  }
  document.body.append(cart);
}

function markupShop(show: (lines: readonly Line[], currency: string) => void, writable: boolean): Shop {
  let lines: readonly Line[] = [];
  let sold: string | undefined;
  let connected = true;
  const put: Shop["put"] = (next, currency = "EUR") => show((lines = next), currency);
  const change: Shop["change"] = (next) => {
    put(next);
    document.dispatchEvent(new Event("goeswith:change"));
  };
  const write = async (item: AddRequest | undefined, without?: string): Promise<WriteResult> => {
    if (!connected) throw new TypeError("Failed to fetch");
    if (item && item.product === sold) return { ok: false, reason: "sold-out", message: "Gone" };
    const stay = lines.filter(({ key }) => key !== without);
    if (without !== undefined && stay.length === lines.length) return { ok: false, reason: "refused" };
    change(item ? [...stay, { ...item, key: `${item.product}/${item.variant ?? ""}` }] : stay);
    return { ok: true };
  };
  const adapter: Adapter = {
    add: (item) => write(item),
    swap: (key, item) => write(item, key),
    remove: (key) => write(undefined, key),
  };
  return {
    platform: createMarkup({ name: "markup", cartUrls: [], cartEvents: [], own: {} }, writable ? adapter : {}),
    writable,
    put,
    change,
    sellOut: (product) => (sold = product),
    disconnect: () => (connected = false),
    placeOrder: (product) =>
      showScript("order", { id: "1001", currency: "EUR", total: "19.90", lines: [{ product, quantity: 1, price: 19.9 }] }),
  };
}

const shops: readonly (readonly [string, () => Shop])[] = [
  ["markup with a JSON script", () => markupShop(showJson, false)],
  ["markup with data attributes", () => markupShop(showAttributes, false)],
  ["markup with an adapter", () => markupShop(showJson, true)],
];

afterEach(() => {
  document.body.innerHTML = "";
});

const phone = aLine();
const glass = aLine({ key: "l2", product: "glass", variant: "matte", quantity: 2, price: euro(9.95), title: "Glass", boundTo: "l1" });
const item = { product: "case", quantity: 1 };

async function cartOf({ platform }: Shop): Promise<Cart | undefined> {
  return snapshot(await platform.readCart(new AbortController().signal));
}

function writerOf(shop: Shop) {
  return createWriter({ platform: shop.platform, read: () => cartOf(shop) });
}

describe.each(shops)("%s", (_, open) => {
  test.each([
    ["an empty cart", []],
    ["one line", [phone]],
    ["lines with everything", [phone, glass]],
  ])("reads %s", async (_, lines) => {
    const shop = open();
    shop.put(lines);
    expect(await cartOf(shop)).toEqual({ currency: "EUR", lines });
  });

  test("reads prices in the currency of the cart", async () => {
    const shop = open();
    shop.put([phone], "PLN");
    expect((await cartOf(shop))?.lines[0]?.price).toEqual({ minor: 49_900, currency: "PLN" });
  });

  test("says what the page is, anew each time", () => {
    const { platform } = open();
    document.body.dataset.goeswithStep = "checkout";
    expect(platform.context()).toMatchObject({ step: "checkout", locale: expect.stringMatching(/^\w/) });
    document.body.removeAttribute("data-goeswith-step");
    expect(platform.context().step).toBeUndefined();
  });

  test("a change of the shop's is heard and read", async () => {
    const shop = open();
    shop.put([phone]);
    const heard = vi.fn<(cart: Cart) => void>();
    const watch = watchCart({ platform: shop.platform, heard });
    shop.change([phone, glass]);
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([[expect.objectContaining({ lines: [phone, glass] })]]));
    watch.stop();
  });

  test.each(["cart", "page"] as const)("a stopped watch of the %s hears nothing more, and stops twice without harm", (what) => {
    const shop = open();
    shop.put([phone]);
    const heard = vi.fn<() => void>();
    const stop = shop.platform.watch(what, heard);
    stop();
    stop();
    shop.change([]);
    expect(heard).not.toHaveBeenCalled();
  });

  test("adds what it can add, and says so when it cannot", async () => {
    const shop = open();
    shop.put([phone]);
    const written = await writerOf(shop).add({ ...item, variant: "clear" });
    expect(written).toMatchObject(
      shop.writable
        ? { ok: true, line: { product: "case", variant: "clear" }, cart: { lines: [phone, {}] } }
        : { ok: false, reason: "unsupported" },
    );
  });

  test("what is sold out is refused in the shop's own words", async () => {
    const shop = open();
    shop.put([phone]);
    shop.sellOut("case");
    const { platform, writable } = shop;
    expect(await platform.add(item)).toEqual(
      writable ? { ok: false, reason: "sold-out", message: "Gone" } : { ok: false, reason: "unsupported" },
    );
    expect((await cartOf(shop))?.lines).toEqual([phone]);
  });

  test("a dead network is a value and not an exception", async () => {
    const shop = open();
    shop.put([phone]);
    shop.disconnect();
    expect(await shop.platform.add(item)).toEqual({ ok: false, reason: shop.writable ? "network" : "unsupported" });
  });

  test("swaps a line and keeps its quantity", async () => {
    const shop = open();
    shop.put([glass, phone]);
    const written = await writerOf(shop).swap(glass, { product: "glass", variant: "clear", quantity: 2 });
    const taken = { ok: true, line: { product: "glass", variant: "clear", quantity: 2 } };
    expect(written).toMatchObject(shop.writable ? taken : { ok: false, reason: "unsupported" });
    expect((await cartOf(shop))?.lines.map(({ product, variant }) => [product, variant].join(" ").trim())).toEqual(
      shop.writable ? ["phone", "glass clear"] : ["glass matte", "phone"],
    );
  });

  test("a line that is not there is refused", async () => {
    const shop = open();
    shop.put([phone]);
    const answers = [await shop.platform.remove?.("gone"), await shop.platform.swap?.("gone", item)];
    const refused: WriteResult | undefined = shop.writable ? { ok: false, reason: "refused" } : undefined;
    expect(answers).toEqual([refused, refused]);
    expect((await cartOf(shop))?.lines).toEqual([phone]);
  });

  test("tells the placed order, and none on other pages", async () => {
    const shop = open();
    expect(await shop.platform.order?.()).toBeUndefined();
    shop.placeOrder("case");
    const lines = [{ product: "case", quantity: 1, price: euro(19.9) }];
    expect(await shop.platform.order?.()).toEqual({ id: "1001", currency: "EUR", total: euro(19.9), lines });
  });
});
