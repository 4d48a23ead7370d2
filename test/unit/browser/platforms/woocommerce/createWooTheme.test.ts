import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWooTheme } from "../../../../../widget/browser/platforms/woocommerce/createWooTheme.ts";
import type { StoreCart } from "../../../../../widget/browser/platforms/woocommerce/storeAnswers.ts";
import { blockTheme } from "../../../../support/shops/woocommerce/blockTheme.ts";
import { jQueryDouble } from "../../../../support/shops/woocommerce/jQueryDouble.ts";

interface Page {
  jQuery?: (on: unknown) => { on(events: string, run: () => void): void; trigger(name: string): void };
  wp?: { data: { dispatch(name: string): { receiveCart(cart: object): void } } };
  blockTheme?: { received: number; notices: string[] };
}
const page = window as Page;
const SYNC = "wc-blocks_store_sync_required";
const item = (key: string, quantity: number) => ({ key, id: 13, quantity, name: `<b>${key}</b>` });
const cartOf = (...items: readonly ReturnType<typeof item>[]) => ({ items, shipping_address: { city: "Utrecht" } }) as StoreCart;
const sync = (type: string) => window.dispatchEvent(new CustomEvent(SYNC, { detail: { type, quantityChanges: {} } }));

let end: AbortController;
let told: boolean[];
const open = () => createWooTheme({ tell: (isThere) => void told.push(isThere) });

beforeEach(() => {
  end = new AbortController();
  told = [];
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  document.body.innerHTML = "";
  for (const name of ["jQuery", "wp", "blockTheme"] as const) delete page[name];
});

describe("a classic theme", () => {
  const open_ = (html: string) => {
    document.body.innerHTML = html;
    jQueryDouble();
    const triggered: string[] = [];
    for (const name of ["wc_update_cart", "wc_fragment_refresh", "update_checkout"])
      page.jQuery!(document.body).on(name, () => void triggered.push(name));
    return { theme: open(), triggered };
  };

  it.each([
    ["of any page brings the parts of its header up to date", "", ["wc_fragment_refresh"]],
    [
      "of the cart page draws its rows anew, and the parts of the header with them",
      '<form class="woocommerce-cart-form"></form>',
      ["wc_update_cart"],
    ],
    [
      "of the checkout reads the order anew as well",
      '<form class="checkout woocommerce-checkout"></form>',
      ["wc_fragment_refresh", "update_checkout"],
    ],
  ])("%s", (_, html, expected) => {
    const { theme, triggered } = open_(html);
    theme.refresh(undefined);
    expect(triggered).toEqual(expected);
  });

  it("that was told to draw its cart anew tells nothing new by that, but by the next time it does", () => {
    const { theme } = open_('<form class="woocommerce-cart-form"></form>');
    const heard = vi.fn<() => void>();
    const stop = theme.listen(heard);
    const draw = () => page.jQuery!(document.body).trigger("updated_wc_div");
    theme.refresh(undefined);
    draw();
    expect(heard).not.toHaveBeenCalled();
    draw();
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    draw();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("that never did it is heard again after a while", () => {
    vi.useFakeTimers();
    const { theme } = open_('<form class="woocommerce-cart-form"></form>');
    const heard = vi.fn<() => void>();
    const stop = theme.listen(heard);
    theme.refresh(undefined);
    vi.advanceTimersByTime(5001);
    page.jQuery!(document.body).trigger("updated_wc_div");
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });
});

describe("a theme of blocks", () => {
  const open_ = (first: StoreCart | undefined) => {
    document.body.innerHTML = '<div class="wp-block-woocommerce-cart is-loading"></div><span class="wc-block-mini-cart__badge"></span>';
    const asked: string[] = [];
    const ask = async (path: string) => {
      asked.push(path);
      return cartOf(item("b", 2)) as never;
    };
    blockTheme(ask, first as never, end.signal);
    return { theme: open(), asked };
  };
  const rows = () => [...document.querySelectorAll("tbody tr")].map((row) => row.textContent);

  it("is handed the cart of the answer, and announces nothing that the shopper did as if it came by itself", async () => {
    const { theme } = open_(cartOf(item("a", 1), item("b", 1)));
    const kept = document.querySelectorAll("tbody tr")[1];
    theme.refresh(cartOf(item("b", 2), item("c", 1)));
    expect(rows()).toEqual(["b+", "c+"]);
    expect(document.querySelector("tbody tr")).toBe(kept);
    expect(page.blockTheme).toEqual({ received: 1, notices: [] });
    await vi.waitFor(() => expect(document.querySelector(".wc-block-mini-cart__badge")?.textContent).toBe("2"));
  });

  it("keeps the addresses that are being typed", () => {
    const { theme } = open_(cartOf(item("a", 1)));
    const receiveCart = vi.fn<(cart: object) => void>();
    page.wp!.data.dispatch = () => ({ receiveCart });
    theme.refresh(cartOf(item("a", 2)));
    expect(receiveCart.mock.calls[0]?.[0]).toEqual({ items: [item("a", 2)] });
  });

  it("reads its cart anew where no answer tells what became of a write", async () => {
    const { theme, asked } = open_(cartOf(item("a", 1)));
    theme.refresh(undefined);
    await vi.waitFor(() => expect(rows()).toEqual(["b+"]));
    expect(asked).toContain("cart");
  });

  it("without the cart's own blocks still has its count brought up to date", async () => {
    const { theme, asked } = open_(undefined);
    theme.refresh(cartOf(item("b", 2)));
    await vi.waitFor(() => expect(document.querySelector(".wc-block-mini-cart__badge")?.textContent).toBe("2"));
    expect(asked).toEqual(["cart"]);
  });

  it("tells of a change, and whether its blocks have it in their cart already; not of what we brought about", () => {
    const { theme } = open_(cartOf(item("a", 1)));
    const heard = vi.fn<() => void>();
    const stop = theme.listen(heard);
    theme.refresh(cartOf(item("a", 2)));
    expect([heard.mock.calls.length, told]).toEqual([0, []]);
    page.wp!.data.dispatch("wc/store/cart").receiveCart(cartOf(item("a", 3)));
    sync("from_iAPI");
    expect([heard.mock.calls.length, told]).toEqual([2, [true, false]]);
    stop();
    sync("from_iAPI");
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
