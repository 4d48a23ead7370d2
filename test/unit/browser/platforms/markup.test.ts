import { beforeEach, expect, test, vi } from "vitest";
import type { Adapter } from "../../../../widget/types/platform.ts";
import { snapshot } from "../../../../widget/browser/cart/snapshot.ts";
import { guarded } from "../../../../widget/browser/lib/guard.ts";
import { choosePlatform, loadPlatform, platforms } from "../../../../widget/browser/platforms/index.ts";
import { openPlatform } from "../../../../widget/browser/platforms/openPlatform.ts";
import { createMarkup } from "../../../../widget/browser/platforms/markup.ts";
import { readPageMarkup } from "../../../../widget/browser/platforms/markup/readPageMarkup.ts";
import { aProduct } from "../../../support/builders.ts";

const config = { name: "markup", cartUrls: [], cartEvents: [], own: {} };
const item = { product: "case", quantity: 1 };

beforeEach(() => {
  document.body.innerHTML = "";
  document.body.removeAttribute("data-goeswith-step");
  history.replaceState(null, "", "/");
});

test("markup reads any page and stands last", async () => {
  expect([choosePlatform("markup").name, choosePlatform("unheard-of").name, platforms.at(-1)?.name]).toEqual([
    "markup",
    "markup",
    "markup",
  ]);
  expect((await loadPlatform(undefined, config)).name).toBe("markup");
});

test("without an adapter it can read and not write", async () => {
  const platform = createMarkup(config);
  expect(await platform.add(item)).toEqual({ ok: false, reason: "unsupported" });
  expect([platform.readOnly, createMarkup(config, { add: async () => ({ ok: true }) }).readOnly]).toEqual([true, false]);
  const { swap, setQuantity, remove, products, related } = platform;
  expect([swap, setQuantity, remove, products, related].filter(Boolean)).toEqual([]);
});

test("a page that names no cart has an empty one; one whose lines are no list cannot be read", async () => {
  const { readCart } = createMarkup(config);
  const { signal } = new AbortController();
  expect(snapshot(await readCart(signal), "PLN")).toEqual({ currency: "PLN", lines: [] });
  document.body.innerHTML = '<script type="application/json" data-goeswith="cart">{"lines":{}}</script>';
  await expect(readCart(signal)).rejects.toThrow(TypeError);
});

const load = async () => loadPlatform("markup", config);
const jsonLd = '<script type="application/ld+json">{"@type":"Product","sku":"P1","name":"Case"}</script>';
const microdata = '<div itemscope itemtype="https://schema.org/Product"><meta itemprop="sku" content="P2"></div>';
test.each([
  ["JSON-LD", jsonLd, "P1"],
  ["microdata", microdata, "P2"],
  ["JSON-LD before microdata", microdata + jsonLd, "P1"],
  ["Open Graph", '<meta property="product:retailer_item_id" content="P3"><meta property="og:type" content="product">', "P3"],
])("a product told by %s is in view at once", async (_, html, id) => {
  document.body.innerHTML = html;
  expect((await load()).context().view?.id).toBe(id);
});

test.each([
  ["its step and its product in our words", "product", '<i data-goeswith-product="P1"></i>' + jsonLd, true],
  ["its step, and no product", "none", "", true],
  ["no step", undefined, "", false],
  ["a product in other words", "product", microdata, false],
  ["several marked products", "none", '<i data-goeswith-product="a"></i><i data-goeswith-product="b"></i>', false],
])("on a page that tells %s", (_, step, html, isAtOnce) => {
  if (step) document.body.dataset.goeswithStep = step;
  document.body.innerHTML = html;
  expect(openPlatform(config, undefined) instanceof Promise).toBe(!isAtOnce);
});

test("a watched page that becomes one in other words is read before it is told of, and not after the watch was stopped", async () => {
  document.body.dataset.goeswithStep = "product";
  const platform = await load();
  const seen: unknown[] = [];
  const stop = platform.watch("page", () => seen.push(platform.context().view?.id));
  document.dispatchEvent(new Event("goeswith:change"));
  await vi.waitFor(() => {
    document.dispatchEvent(new Event("goeswith:change"));
    expect(seen.length).toBeGreaterThan(0);
  });
  document.body.innerHTML = microdata;
  document.dispatchEvent(new Event("goeswith:change"));
  await vi.waitFor(() => expect(seen.at(-1)).toBe("P2"));
  const { length } = seen;
  document.dispatchEvent(new Event("goeswith:change"));
  stop();
  await platform.order?.();
  expect(seen.length).toBe(length);
});

test("the language is the page's", () => {
  expect(createMarkup(config).context().locale).toBe("en");
  document.documentElement.lang = "pl-PL";
  expect(createMarkup(config).context().locale).toBe("pl-PL");
  document.documentElement.lang = "";
});

test.each([
  ["takes", { ok: true, more: 1 }, { ok: true }],
  ["refuses", { ok: false, reason: "sold-out", message: "Gone" }, { ok: false, reason: "sold-out", message: "Gone" }],
  ["refuses for a reason of its own", { ok: false, reason: "tuesday", message: 5 }, { ok: false, reason: "refused" }],
  ["answers nothing", undefined, { ok: false, reason: "refused" }],
  ["answers text", "ok", { ok: false, reason: "refused" }],
  ["answers ok in text", { ok: "true" }, { ok: false, reason: "refused" }],
])("a shop that %s", async (_, answer, expected) => {
  const write = async () => answer as never;
  const platform = createMarkup(config, { add: write, swap: write, remove: write, setQuantity: write });
  const answers = [
    await platform.add(item),
    await platform.swap?.("a", item),
    await platform.remove?.("a"),
    await platform.setQuantity?.("a", 2),
  ];
  expect(answers).toEqual([expected, expected, expected, expected]);
});

test.each([
  [
    "throws",
    () => {
      throw new Error("down");
    },
  ],
  ["rejects", () => Promise.reject(new Error("down"))],
])("a shop that %s is a dead network", async (_, add) => {
  expect(await createMarkup(config, { add }).add(item)).toEqual({ ok: false, reason: "network" });
});

test("every member of the adapter takes the markup's place and keeps its own this", async () => {
  const seen: unknown[] = [];
  const self = <T>(value: T) =>
    function (this: unknown) {
      seen.push(this);
      return value;
    };
  const adapter: Adapter = {
    context: self({ locale: "pl", step: "cart" as const }),
    readCart: self(Promise.resolve({ currency: "PLN", lines: [] })),
    watch: self(() => {}),
    add: self(Promise.resolve({ ok: true as const })),
    remove: self(Promise.resolve({ ok: true as const })),
    products: self(Promise.resolve([aProduct()])),
    related: self(Promise.resolve([])),
    order: self({ id: "1", currency: "PLN", lines: [] }),
  };
  const platform = createMarkup(config, adapter);
  const { signal } = new AbortController();
  expect(platform.context()).toEqual({ locale: "pl", step: "cart" });
  expect(await platform.readCart(signal)).toEqual({ currency: "PLN", lines: [] });
  const stop = platform.watch("cart", () => {});
  await vi.waitFor(() => expect(seen.length).toBe(3));
  stop();
  await platform.add(item);
  await platform.remove?.("a");
  expect(await platform.products?.(["case"], signal, new Map())).toEqual([aProduct()]);
  expect(await platform.related?.(["case"], "with", signal)).toEqual([]);
  expect((await platform.order?.())?.id).toBe("1");
  expect(seen).toEqual(Array.from({ length: 8 }, () => adapter));
});

test("an adapter's context without a language has the page's, one of another shape is not believed", () => {
  document.documentElement.lang = "de";
  expect(createMarkup(config, { context: () => ({ step: "cart" }) as never }).context()).toEqual({ step: "cart", locale: "de" });
  expect(createMarkup(config, { context: () => null as never }).context()).toEqual({ locale: "de" });
  document.documentElement.lang = "";
});

test("an adapter's stop is called once, and a watch stopped at once never begins", async () => {
  const stop = vi.fn<() => void>();
  const watch = vi.fn<() => () => void>(() => stop);
  const running = createMarkup(config, { watch }).watch("page", () => {});
  createMarkup(config, { watch }).watch("cart", () => {})();
  await vi.waitFor(() => expect(watch).toHaveBeenCalled());
  running();
  running();
  expect([watch.mock.calls.length, stop.mock.calls.length]).toEqual([1, 1]);
});

test("an adapter whose watch fails or gives no stop does no harm", async () => {
  const before = guarded.count;
  const watch = vi.fn<() => never>(() => undefined as never);
  const stop = createMarkup(config, { watch }).watch("cart", () => {});
  await vi.waitFor(() => expect(watch).toHaveBeenCalled());
  expect(stop).not.toThrow();
  createMarkup(config, {
    watch() {
      throw new Error("hostile");
    },
  }).watch("cart", () => {});
  await vi.waitFor(() => expect(guarded.count).toBe(before + 1));
});

test("the lines of the cart page have room for up-sells, those of other pages not", () => {
  const anchor = { placement: "cart" as const, selector: "#own" };
  const platform = createMarkup(config, { anchors: [anchor] }, readPageMarkup);
  document.body.innerHTML = '<div data-goeswith-line="a"></div>';
  const rooms = () => platform.anchors.map(({ selector, line }) => (line ? document.querySelectorAll(selector).length : selector));
  expect(rooms()).toEqual([0, "#own"]);
  history.replaceState(null, "", "/cart");
  expect(rooms()).toEqual([0, 1, "#own"]);
  document.body.dataset.goeswithStep = "checkout";
  expect(rooms()).toEqual([0, "#own"]);
  document.body.dataset.goeswithStep = "cart";
  expect(rooms()).toEqual([1, "#own"]);
});

test("with the step marked on a part of the page, only lines in that part have room", () => {
  document.body.innerHTML = `<aside><i data-goeswith-line="a"></i></aside><main data-goeswith-step="cart"><i id="b" data-goeswith-line="b"></i></main>`;
  const [line] = createMarkup(config).anchors;
  expect([...document.querySelectorAll(line?.selector ?? "none")].map(({ id }) => id)).toEqual(["b"]);
});

test("a drawer on the cart page has no room", () => {
  document.body.dataset.goeswithStep = "cart";
  // happy-dom does not know complex selectors in :not(), so what they match is not asked here.
  expect(createMarkup(config).anchors[0]?.selector).toContain(":not(dialog *,[role=dialog] *)");
});

test("reading the cart by a request that counts as a sign does not ask for reading it again", async () => {
  type Hear = (list: { getEntries(): readonly object[] }) => void;
  const none: Hear = () => {};
  let hear = none;
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(heard: Hear) {
        hear = heard;
      }
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("navigator", { userActivation: { hasBeenActive: false } });
  const ended = (startTime: number) => hear({ getEntries: () => [{ name: "/api/cart", initiatorType: "fetch", startTime, duration: 0 }] });
  const heard = vi.fn<() => void>();
  const platform = createMarkup({ ...config, cartUrls: ["/api/cart"] }, { readCart: async () => ({ currency: "EUR", lines: [] }) });
  const stop = platform.watch("cart", heard);
  await vi.waitFor(() => expect(hear).not.toBe(none));
  const from = performance.now();
  await platform.readCart(new AbortController().signal);
  ended(performance.now());
  expect(heard).not.toHaveBeenCalled();
  ended(from + 5000);
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  vi.unstubAllGlobals();
});

test.each([
  [true, 1],
  [false, 0],
])("what the shopper may have changed before anybody listened is read again: has pressed %s, %i times", async (hasBeenActive, times) => {
  vi.stubGlobal("navigator", { userActivation: { hasBeenActive } });
  const heard = vi.fn<() => void>();
  const platform = createMarkup(config, { readCart: async () => ({ currency: "EUR", lines: [] }) });
  const stop = platform.watch("cart", heard);
  await vi.dynamicImportSettled();
  await Promise.resolve();
  document.dispatchEvent(new Event("goeswith:change"));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(times + 1));
  stop();
  vi.unstubAllGlobals();
});
