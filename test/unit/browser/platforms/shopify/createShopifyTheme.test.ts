import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createShopifyTheme } from "../../../../../widget/browser/platforms/shopify/createShopifyTheme.ts";
import type { ShopifyCart } from "../../../../../widget/browser/platforms/shopify/readShopifyCart.ts";

const page = window as object as Record<string, unknown>;
const LINES = "shopify:cart:lines-update";
const cart: ShopifyCart = { currency: "USD", total_price: 1990, item_count: 1, items: [] };
const open = (own: Readonly<Record<string, string>> = {}) => createShopifyTheme({ own });
const stops: (() => void)[] = [];

function put(html: string, sections: Readonly<Record<string, () => unknown>> = {}): void {
  document.body.innerHTML = html;
  for (const [name, getSectionsToRender] of Object.entries(sections))
    for (const element of document.querySelectorAll(name)) Object.assign(element, { getSectionsToRender });
}

function hear(own?: Readonly<Record<string, string>>) {
  const theme = open(own);
  const heard = vi.fn<() => void>();
  const stop = theme.hear(heard);
  stops.push(stop);
  return { theme, heard, stop };
}

const tell = (name: string, members: object = {}) =>
  document.body.dispatchEvent(Object.assign(new Event(name, { bubbles: true }), members));

beforeEach(() => {
  document.body.innerHTML = "";
});

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  for (const name of ["publish", "subscribe"]) Reflect.deleteProperty(window, name);
});

test("the sections that Dawn's own elements name are filled anew, each once, and what a section lacks is left alone", () => {
  const bubble = { id: "bubble", section: "cart-icon-bubble", selector: ".shopify-section" };
  put('<a id="bubble">0</a><cart-items><div id="items"><div class="js-contents">none</div></div></cart-items><div id="foot">stays</div>', {
    "cart-items": () => [
      { id: "items", section: "main", selector: ".js-contents" },
      bubble,
      { id: "foot", section: "foot", selector: ".x" },
    ],
  });
  const theme = open();
  expect(theme.sections()).toEqual(["main", "cart-icon-bubble", "foot"]);
  theme.show(cart, {
    main: '<div><div class="js-contents"><b>Mug</b><script>window.ran = true</script></div></div>',
    "cart-icon-bubble": '<div class="shopify-section">1</div>',
    foot: "<p>other</p>",
  });
  expect(document.body.textContent).toMatch(/^1Mug.*stays$/);
  expect(page["ran"]).toBeUndefined();
});

test("of the notification only the bubble is filled: it shows what the theme put in last", () => {
  put('<a id="cart-icon-bubble">0</a><cart-notification></cart-notification><div id="cart-notification-product">Hat</div>', {
    "cart-notification": () => [{ id: "cart-notification-product", selector: "#x" }, { id: "cart-icon-bubble" }],
  });
  const theme = open();
  expect(theme.sections()).toEqual(["cart-icon-bubble"]);
  theme.show(cart, { "cart-icon-bubble": '<div class="shopify-section">1</div>' });
  expect(document.body.textContent).toBe("1Hat");
});

test.each([
  [
    "throws",
    () => {
      throw new Error("no footer");
    },
  ],
  ["answers no list", () => "sections"],
  ["names what is not there", () => [{ id: "gone" }, null, 5]],
])("an element that %s has no sections", (_, list) => {
  put("<cart-items></cart-items>", { "cart-items": list });
  const theme = open();
  expect([theme.sections(), theme.isKnown()]).toEqual([[], true]);
  expect(() => theme.show(cart, {})).not.toThrow();
});

test("more sections than the shop answers are not asked for", () => {
  put("<cart-items></cart-items>" + [1, 2, 3, 4, 5, 6].map((id) => `<i id="s${id}"></i>`).join(""), {
    "cart-items": () => [1, 2, 3, 4, 5, 6].map((id) => ({ id: `s${id}` })),
  });
  expect(open().sections()).toHaveLength(5);
});

test("an emptied cart is told to the elements that draw one, and a filled one as well", () => {
  put('<cart-drawer class="drawer is-empty"></cart-drawer><div id="main-cart-footer"></div>');
  open().show(cart, {});
  expect(document.querySelector("cart-drawer")?.className).toBe("drawer");
  open().show({ ...cart, item_count: 0 }, {});
  expect([...document.querySelectorAll(".is-empty")].map(({ localName }) => localName)).toEqual(["cart-drawer", "div"]);
});

test("a theme of another kind is filled by the ids of its sections, and told by its own event", () => {
  put('<div id="shopify-section-mini-cart">0</div>');
  const theme = open({ sections: "mini-cart, gone", event: "cart:build" });
  const built = vi.fn<() => void>();
  document.addEventListener("cart:build", built, { once: true });
  expect([theme.isKnown(), theme.sections()]).toEqual([true, ["mini-cart"]]);
  theme.show(cart, { "mini-cart": '<div id="shopify-section-mini-cart">1 mug</div>' });
  expect([document.body.textContent, built.mock.calls.length]).toEqual(["1 mug", 1]);
});

test("a theme that shows no sign of either is not known, and has the events of other makers tried on it", () => {
  const told: string[] = [];
  for (const name of ["cart:refresh", "cart:build"]) document.addEventListener(name, ({ type }) => told.push(type), { once: true });
  put('<div id="cart-drawer"></div>');
  const theme = open();
  theme.show(cart, {});
  expect([theme.isKnown(), theme.sections(), told]).toEqual([false, [], ["cart:refresh", "cart:build"]]);
});

test("Dawn is told by its own function, with the cart, as if its elements had drawn themselves", () => {
  put("<cart-items></cart-items>");
  const publish = vi.fn<(name: string, told: object) => void>();
  page["publish"] = publish;
  open().show(cart, {});
  expect(publish.mock.calls).toEqual([["cart-update", { source: "cart-items", cartData: cart }]]);
});

test("a function of that name in another theme is not called", () => {
  const publish = vi.fn<() => void>();
  page["publish"] = publish;
  open().show(cart, {});
  expect(publish).not.toHaveBeenCalled();
});

test("Horizon is given its section with the count, before and since the standard events, and no addition that opens its drawer", async () => {
  put('<cart-items-component data-section-id="template--7__main"></cart-items-component>');
  const told: Event[] = [];
  for (const name of [LINES, "cart:update"]) document.addEventListener(name, (event) => told.push(event), { once: true });
  const theme = open();
  expect(theme.sections()).toEqual(["template--7__main"]);
  theme.show(cart, { "template--7__main": "<p>rows</p>" });
  const [update, lines] = told as [CustomEvent<{ data: object }>, Event & { action: string; promise: Promise<object> }];
  const data = { sections: { "template--7__main": "<p>rows</p>" }, itemCount: 1, source: "goeswith" };
  expect(update.detail).toMatchObject({ resource: cart, data });
  expect(lines.action).toBe("update");
  const totalAmount = { amount: "19.90", currencyCode: "USD" };
  expect(await lines.promise).toMatchObject({ cart: { totalQuantity: 1, cost: { totalAmount } }, detail: data });
});

test("a standard event is heard once the change it tells of is made, or has failed", async () => {
  const { heard } = hear();
  let done = () => {};
  let failed = () => {};
  tell(LINES, { promise: new Promise<void>((resolve) => (done = resolve)) });
  tell(LINES, { promise: new Promise<void>((_, reject) => (failed = () => reject(new Error("offline")))) });
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
  done();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  failed();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
});

test.each([LINES, "cart:update", "cart:updated", "cart:refresh", "cart:change"])("%s without more is heard at once", (name) => {
  const { heard } = hear();
  tell(name);
  expect(heard).toHaveBeenCalledTimes(1);
});

test("what Dawn publishes is heard until the stop, which takes the subscription back", () => {
  put("<product-info></product-info>");
  let publish = () => {};
  const unsubscribe = vi.fn<() => void>();
  page["subscribe"] = (_name: string, listener: () => void) => ((publish = listener), unsubscribe);
  const { heard, stop } = hear();
  publish();
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  stop();
  publish();
  expect([heard.mock.calls.length, unsubscribe.mock.calls.length]).toEqual([1, 1]);
});

test("what we show ourselves is not heard, nor what becomes of it", async () => {
  put('<cart-items></cart-items><cart-items-component data-section-id="x"></cart-items-component>');
  const listeners: (() => void)[] = [];
  page["subscribe"] = (_name: string, listener: () => void) => listeners.push(listener);
  page["publish"] = () => listeners.forEach((listener) => listener());
  const { heard, theme } = hear({ event: "cart:refresh" });
  const told = new Promise<PromiseLike<unknown>>((resolve) =>
    document.addEventListener(LINES, (event) => resolve((event as Event & { promise: Promise<unknown> }).promise), { once: true }),
  );
  theme.show(cart, {});
  await told;
  expect(heard).not.toHaveBeenCalled();
});

test("nor what the theme tells while it writes for us, but what it tells afterwards", async () => {
  const { heard, theme } = hear();
  const told = theme.quietly(async () => {
    tell("cart:update");
    await Promise.resolve();
    tell("cart:update");
    throw new Error("offline");
  });
  await expect(told).rejects.toThrow("offline");
  expect(heard).not.toHaveBeenCalled();
  tell("cart:update");
  expect(heard).toHaveBeenCalledTimes(1);
});

test("another variant that is chosen is heard, of Dawn and by events", () => {
  put("<product-info></product-info>");
  const topics: string[] = [];
  let publish = () => {};
  page["subscribe"] = (topic: string, listener: () => void) => {
    topics.push(topic);
    publish = listener;
    return () => {};
  };
  const heard = vi.fn<() => void>();
  const stop = open().hearPage(heard);
  publish();
  for (const name of ["variant:update", "shopify:product:select"]) tell(name);
  stop();
  publish();
  tell("variant:update");
  expect([topics, heard.mock.calls.length]).toEqual([["variant-change"], 3]);
});
