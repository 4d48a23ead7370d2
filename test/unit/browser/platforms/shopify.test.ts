import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Platform } from "../../../../widget/types/platform.ts";
import { createWriter } from "../../../../widget/browser/cart/createWriter.ts";
import { snapshot } from "../../../../widget/browser/cart/snapshot.ts";
import { createShopify } from "../../../../widget/browser/platforms/shopify.ts";
import type { FakeShop } from "../../../support/shops/fakeShop.ts";
import { openShopify } from "../../../support/shops/shopify.ts";
import { keyOf } from "../../../support/shops/shopify/catalogue.ts";

const never = new AbortController().signal;
const page = window as object as Record<string, Record<string, unknown>>;
let shop: FakeShop;
let platform: Platform;

beforeEach(async () => {
  shop = openShopify();
  shop.draw("home");
  platform = await shop.connect();
});

afterEach(() => shop.close());

const { plain, other, variant } = { plain: "crystal-mug", other: "tea-towel", variant: "wool-scarf" };
const read = async () => snapshot(await platform.readCart(never), "USD");
const writer = () => createWriter({ platform, read });
const fill = (...goods: readonly (keyof FakeShop["goods"])[]) => shop.put(goods.map((name) => ({ good: shop.goods[name], quantity: 1 })));

/** Answers of the server other than those of the fake shop; the bodies that were sent. */
function answer(to: Readonly<Record<string, unknown>>, status = 200): readonly Record<string, unknown>[] {
  const { fetch } = window;
  const sent: Record<string, unknown>[] = [];
  window.fetch = async (input, init) => {
    const { pathname } = new URL(input as string, location.href);
    if (typeof init?.body === "string") sent.push(JSON.parse(init.body) as Record<string, unknown>);
    return pathname in to ? new Response(JSON.stringify(to[pathname]), { status }) : fetch(input, init);
  };
  return sent;
}

const item = {
  ...{ key: "41:a", handle: "mug", product_id: 7, variant_id: 41, sku: "M", quantity: 1, line_price: 1000, title: "Mug - Red" },
  ...{ product_title: "Mug", product_has_only_default_variant: false, options_with_values: [{ name: "Colour", value: "Red" }] },
};
const cartOf = (...items: readonly object[]) => ({ currency: "USD", total_price: 1000, item_count: items.length, items });

describe("an empty cart is asked for all the same", () => {
  test.each([
    ["where a cart was made before", () => (document.cookie = "cart=Z2Nw; path=/")],
    [
      "where the theme shows that there is something in it",
      () => document.querySelector("#cart-icon-bubble")!.insertAdjacentHTML("beforeend", '<i class="cart-count-bubble">1</i>'),
    ],
    [
      "where cookies may not be read",
      () =>
        vi.spyOn(document, "cookie", "get").mockImplementation(() => {
          throw new DOMException("sandboxed");
        }),
    ],
  ])("%s", async (_, prepare) => {
    prepare();
    shop.requests();
    expect((await read())?.lines).toEqual([]);
    vi.restoreAllMocks();
    expect(shop.requests()).toEqual(["GET /cart.js"]);
  });
});

test("a cookie of another name is no cart", async () => {
  document.cookie = "last_cart=1; path=/";
  shop.requests();
  expect((await read())?.lines).toEqual([]);
  expect(shop.requests()).toEqual([]);
});

test("a line costs what it does after discounts, and says its options and the line it is nested under", async () => {
  document.cookie = "cart=Z2Nw; path=/";
  const nested = {
    ...item,
    key: "42:b",
    variant_id: 42,
    sku: "",
    quantity: 2,
    line_price: 1800,
    parent_relationship: { parent_key: "41:a" },
  };
  answer({ "/cart.js": { ...cartOf(item, nested), total_price: 2800 } });
  const common = { product: "mug", title: "Mug", options: { Colour: "Red" } };
  expect(await read()).toEqual({
    currency: "USD",
    total: { minor: 2800, currency: "USD" },
    lines: [
      { ...common, key: "41:a", variant: "M", quantity: 1, price: { minor: 1000, currency: "USD" } },
      { ...common, key: "42:b", variant: "42", quantity: 2, price: { minor: 900, currency: "USD" }, boundTo: "41:a" },
    ],
  });
});

test.each([
  ["of no lines at all", { currency: "USD" }],
  ["of one line", { ...item }],
  ["that is a list", []],
])("an answer %s is no cart", async (_, body) => {
  document.cookie = "cart=Z2Nw; path=/";
  answer({ "/cart.js": body });
  await expect(platform.readCart(never)).rejects.toThrow("cart.js");
});

test("row 91: an addition names a number, a quantity and what belongs to the line, and nothing else", async () => {
  fill("plain");
  await read();
  const sent = answer({});
  await platform.add({ product: other, quantity: 2, properties: { _gift: "yes" }, boundTo: keyOf(shop.goods.plain), price: 1 } as never);
  expect(sent).toEqual([{ items: [{ id: 41002, quantity: 2, properties: { _gift: "yes" }, parent_line_key: keyOf(shop.goods.plain) }] }]);
});

test("what the shop sells under no such address is refused without asking for its cart", async () => {
  shop.requests();
  expect(await platform.add({ product: "no-such-thing", quantity: 1 })).toEqual({ ok: false, reason: "sold-out" });
  expect(shop.requests()).toEqual(["GET /products/no-such-thing.js"]);
});

test.each([
  [422, { message: "Cart Error", description: "Only 1 &quot;mug&quot; left" }, { reason: "sold-out", message: 'Only 1 "mug" left' }],
  [429, { message: "Too many", description: "" }, { reason: "refused", message: "Too many" }],
  [500, {}, { reason: "refused" }],
  [404, { description: { text: "no" } }, { reason: "refused" }],
])("row 86: %i is a refusal, in the words of the shop where it says something", async (status, body, expected) => {
  answer({ "/cart/add.js": body }, status);
  expect(await platform.add({ product: plain, quantity: 1 })).toEqual({ ok: false, ...expected });
});

test("row 87: what a refusal has added all the same is shown by the theme too", async () => {
  fill("plain");
  shop.draw("cart");
  await read();
  shop.fail("although");
  expect(await writer().add({ product: other, quantity: 1 })).toMatchObject({ ok: true, line: { product: other } });
  await vi.waitFor(() => expect(shop.theme()).toEqual({ pieces: 2, refreshes: 1 }));
});

test("an addition costs its request and one for cart and theme together, a swap one more for the line that goes", async () => {
  fill("plain");
  shop.draw("cart");
  const before = await read();
  await platform.products?.([other, variant], never, new Map());
  shop.requests();
  await writer().add({ product: other, quantity: 1 });
  const sections = "GET /cart.js?sections=main-cart-items%2Cmain-cart-footer%2Ccart-icon-bubble";
  expect(shop.requests()).toEqual(["GET /cart.js", "POST /cart/add.js", sections]);
  await writer().swap(before!.lines[0]!, { product: variant, variant: "SCARF-BLUE", quantity: 1 });
  expect(shop.requests()).toEqual(["GET /cart.js", "POST /cart/add.js", "GET /cart.js", "POST /cart/change.js"]);
});

test("a theme whose sections do not come with the cart is asked for them alone", async () => {
  fill("plain");
  shop.draw("cart");
  await read();
  answer({ "/cart.js": cartOf(item), "/cart": { "cart-icon-bubble": '<div class="shopify-section">now 7</div>' } });
  await platform.add({ product: other, quantity: 1 });
  await vi.waitFor(() => expect(document.querySelector("#cart-icon-bubble")?.textContent).toBe("now 7"));
});

test("what is asked of the cart long after a write is asked anew", async () => {
  fill("plain");
  shop.draw("cart");
  await read();
  await platform.remove?.(keyOf(shop.goods.plain));
  expect((await read())?.lines).toEqual([]);
  fill("other");
  expect((await read())?.lines).toMatchObject([{ product: other }]);
});

test("a line that is not there is refused by the shop", async () => {
  expect(await platform.remove?.("0:gone")).toMatchObject({ ok: false, reason: "refused" });
});

describe("a theme that is not known", () => {
  const updateCart = vi.fn<(payload: object, options: object) => Promise<unknown>>();
  const configure = (isDefault: boolean) => {
    document.body.innerHTML = "<main></main>";
    page["Shopify"]!["actions"] = { updateCart: Object.assign(updateCart, { isDefault: () => isDefault }) };
  };
  beforeEach(() => {
    updateCart.mockReset();
    fill("plain");
  });

  test("and has set up the standard action is written through it, and asked for nothing more", async () => {
    configure(false);
    updateCart.mockResolvedValue({ cart: {} });
    await read();
    shop.requests();
    expect(await platform.add({ product: variant, variant: "SCARF-BLUE", quantity: 2, properties: { _a: "b" } })).toEqual({ ok: true });
    expect(await platform.remove?.("41:a")).toEqual({ ok: true });
    expect(updateCart.mock.calls.map(([payload]) => payload)).toEqual([
      { lines: [{ merchandiseId: "gid://shopify/ProductVariant/41004", quantity: 2, attributes: [{ key: "_a", value: "b" }] }] },
      { lines: [{ id: "41:a", quantity: 0 }] },
    ]);
    expect(shop.requests()).toEqual(["GET /products/wool-scarf.js"]);
  });

  test.each([
    ["in its words", { userErrors: [{ message: "Sold out" }] }, { message: "Sold out" }],
    ["without a word", { userErrors: [{}] }, {}],
  ])("refuses there %s", async (_, outcome, expected) => {
    configure(false);
    updateCart.mockResolvedValue(outcome);
    expect(await platform.add({ product: plain, quantity: 1 })).toEqual({ ok: false, reason: "refused", ...expected });
  });

  test("and a standard action that fails is a dead network", async () => {
    configure(false);
    updateCart.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await platform.add({ product: plain, quantity: 1 })).toEqual({ ok: false, reason: "network" });
  });

  test("and would load the page anew by the default action is written by the Ajax API", async () => {
    configure(true);
    expect(await platform.add({ product: other, quantity: 1 })).toEqual({ ok: true });
    expect([updateCart.mock.calls.length, shop.lines().length]).toEqual([0, 2]);
  });
});

describe("the mark", () => {
  const facts = { visit: "v1", arm: "offers", offers: ["cart.cross-sell.mug.towel", "product.cross-sell.mug.hat"] } as const;

  test("is carried into the order by private attributes of the cart", async () => {
    const sent = answer({});
    await platform.mark?.(facts);
    expect(sent).toEqual([
      {
        attributes: {
          __goeswith_visit: "v1",
          __goeswith_arm: "offers",
          __goeswith_offers: "cart.cross-sell.mug.towel,product.cross-sell.mug.hat",
        },
      },
    ]);
  });

  test("that did not come through says so, to be tried again", async () => {
    answer({ "/cart/update.js": {} }, 429);
    await expect(platform.mark?.(facts)).rejects.toThrow("429");
  });

  test("is no change of the cart, as every write of the theme's is", async () => {
    type Hear = (list: { getEntries(): readonly object[] }) => void;
    const hears: Hear[] = [];
    class Observer {
      constructor(heard: Hear) {
        hears.push(heard);
      }
      observe() {}
      disconnect() {}
    }
    vi.stubGlobal("PerformanceObserver", Observer);
    vi.stubGlobal("navigator", { userActivation: { hasBeenActive: false } });
    const heard = vi.fn<() => void>();
    const stop = platform.watch("cart", heard);
    await vi.waitFor(() => expect(hears).toHaveLength(1));
    const tell = (name: string) =>
      hears[0]!({ getEntries: () => [{ name, initiatorType: "fetch", startTime: performance.now() + 5000, duration: 0 }] });
    for (const quiet of ["/cart/update.js?goeswith", "/cart.js", "/cart?section_id=main", "/products/a-cart/add"])
      tell(`https://x.example${quiet}`);
    expect(heard).not.toHaveBeenCalled();
    const loud = ["/cart/add", "/cart/add.js", "/fr/cart/change.js?x=1", "/cart/update", "/cart/clear.js"];
    for (const address of loud) tell(`https://x.example${address}`);
    expect(heard).toHaveBeenCalledTimes(loud.length);
    stop();
    vi.unstubAllGlobals();
  });
});

test("another variant that is chosen is another page, until the watch is stopped", async () => {
  const heard = vi.fn<() => void>();
  const stop = platform.watch("page", heard);
  const choose = () => document.dispatchEvent(new Event("variant:update"));
  await vi.waitFor(() => {
    choose();
    expect(heard).toHaveBeenCalled();
  });
  stop();
  heard.mockClear();
  choose();
  expect(heard).not.toHaveBeenCalled();
});

test("a catalogue of Shopify's numbers is spoken to in numbers", async () => {
  fill("variant");
  platform = createShopify({ cartUrls: [], cartEvents: [], own: { ids: "number" } });
  expect((await read())?.lines).toMatchObject([{ product: "7003", variant: "41003" }]);
  expect(await writer().add({ product: "7003", variant: "41004", quantity: 1 })).toMatchObject({ ok: true, line: { variant: "41004" } });
});
