import { afterEach, expect, test, vi } from "vitest";
import { guarded } from "../../../../../widget/browser/lib/guard.ts";
import { hearChanges } from "../../../../../widget/browser/platforms/shop/hearChanges.ts";

afterEach(() => void vi.unstubAllGlobals());

interface Entry {
  readonly name: string;
  readonly initiatorType: string;
}

function stubResources() {
  type Hear = (list: { getEntries(): readonly Entry[] }) => void;
  const hear = new Set<Hear>();
  class Observer {
    readonly heard: Hear;
    constructor(heard: Hear) {
      this.heard = heard;
    }
    observe() {
      hear.add(this.heard);
    }
    disconnect() {
      hear.delete(this.heard);
    }
  }
  vi.stubGlobal("PerformanceObserver", Observer);
  const ended = (name: string, initiatorType = "fetch") => hear.forEach((heard) => heard({ getEntries: () => [{ name, initiatorType }] }));
  return { ended, observers: () => hear.size };
}

const listening = (more: Partial<Parameters<typeof hearChanges>[0]> = {}) => {
  const heard = vi.fn<() => void>();
  return { heard, stop: hearChanges({ events: ["basket:updated"], urls: ["/cart/", ""], heard, ...more }) };
};
const fire = (target: EventTarget, event: Event, more: object = {}) => target.dispatchEvent(Object.assign(event, more));
const storage = (key: string | null) => fire(window, new Event("storage"), { key });

test.each([
  ["the shop's word", () => fire(document, new Event("goeswith:change"))],
  ["a configured event", () => fire(document, new Event("basket:updated"))],
  ["one that does not bubble", () => fire(document.body, new Event("basket:updated"))],
  ["a return by the back button", () => fire(window, new Event("pageshow"), { persisted: true })],
  ["another tab's stored cart", () => storage("shop_cart_v2")],
])("hears %s", (_, happen) => {
  stubResources();
  const { heard, stop } = listening();
  happen();
  expect(heard.mock.calls).toEqual([[]]);
  stop();
  happen();
  expect(heard).toHaveBeenCalledTimes(1);
});

test.each([
  ["another event", () => fire(document, new Event("basket:opened"))],
  ["a first showing of the page", () => fire(window, new Event("pageshow"), { persisted: false })],
  ["another script's storage", () => storage("_ga_session")],
  ["our own storage", () => storage("goeswith.cart")],
  ["a cleared storage", () => storage(null)],
])("does not hear %s", (_, happen) => {
  stubResources();
  const { heard, stop } = listening();
  happen();
  expect(heard).not.toHaveBeenCalled();
  stop();
});

test.each([
  ["https://s.test/cart/add.js", "fetch", 1],
  ["https://s.test/cart/add.js", "xmlhttprequest", 1],
  ["https://s.test/cart/icon.png", "img", 0],
  ["https://s.test/search", "fetch", 0],
])("of the requests, %s by %s counts %i", (name, kind, times) => {
  const { ended } = stubResources();
  const { heard, stop } = listening();
  ended(name, kind);
  expect(heard).toHaveBeenCalledTimes(times);
  stop();
});

test("a request of our own does not count", () => {
  const { ended } = stubResources();
  const { heard, stop } = listening({ isOld: () => true });
  ended("https://s.test/cart/get");
  expect(heard).not.toHaveBeenCalled();
  stop();
});

test("stop leaves no observer and no listener, twice over", () => {
  const { observers } = stubResources();
  const added: unknown[] = [];
  const removed: unknown[] = [];
  for (const target of [document, window]) {
    vi.spyOn(target, "addEventListener").mockImplementation((...given) => void added.push(given));
    vi.spyOn(target, "removeEventListener").mockImplementation((...given) => void removed.push(given));
  }
  const { stop } = listening();
  expect(observers()).toBe(1);
  stop();
  stop();
  expect([observers(), removed.slice(0, added.length)]).toEqual([0, added]);
  expect(added).toHaveLength(4);
  expect(added.every((given) => ((given as unknown[])[2] as AddEventListenerOptions).passive)).toBe(true);
  vi.restoreAllMocks();
});

test("row 58: a browser without resource timing hears the rest", () => {
  vi.stubGlobal("PerformanceObserver", undefined);
  const { heard, stop } = listening();
  fire(document, new Event("goeswith:change"));
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
});

test("an error of whoever hears does not reach the shop", () => {
  stubResources();
  const { stop } = listening({
    heard: () => {
      throw new Error("ours");
    },
  });
  expect(() => fire(document, new Event("goeswith:change"))).not.toThrow();
  stop();
});

test("hears events that only the window has", () => {
  stubResources();
  const { heard, stop } = listening({ windowEvents: ["shop:cart"] });
  fire(window, new Event("basket:updated"));
  expect(heard).not.toHaveBeenCalled();
  fire(window, new Event("shop:cart"));
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  fire(window, new Event("shop:cart"));
  expect(heard).toHaveBeenCalledTimes(1);
});

test.each([
  ["https://s.test/?wc-ajax=add_to_cart", 1],
  ["https://s.test/?wc-ajax=get_refreshed_fragments", 0],
])("an address may be told by a pattern: %s counts %i", (name, times) => {
  const { ended } = stubResources();
  const { heard, stop } = listening({ urls: [/wc-ajax=(add|remove)_/] });
  ended(name);
  ended(name);
  expect(heard).toHaveBeenCalledTimes(times * 2);
  stop();
});

test("hears what the page's jQuery tells", () => {
  stubResources();
  const handlers: Record<string, (...given: readonly unknown[]) => void> = {};
  const on = (name: string, run: (typeof handlers)[string]) => (handlers[name] = run);
  vi.stubGlobal(
    "jQuery",
    Object.assign(() => ({ on, off: (name: string) => delete handlers[name] }), { fn: { jquery: "1.12.4" } }),
  );
  const { heard, stop } = listening({ jquery: ["added_to_cart"] });
  handlers["added_to_cart"]?.({});
  handlers["ajaxComplete"]?.({}, {}, { url: "/cart/add" });
  handlers["ajaxComplete"]?.({}, {}, { url: "/search" });
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  expect(handlers).toEqual({});
});

test("row 80: the page's own fetch and XMLHttpRequest are wrapped only where that is asked for, and given back", async () => {
  stubResources();
  const real = vi.fn(async () => new Response("{}"));
  vi.stubGlobal("fetch", real);
  const { open } = XMLHttpRequest.prototype;
  const isUntouched = () => window.fetch === real && XMLHttpRequest.prototype.open === open;
  const plain = listening();
  await vi.dynamicImportSettled();
  expect(isUntouched()).toBe(true);
  plain.stop();
  const { heard, stop } = listening({ wraps: true });
  await vi.waitFor(() => expect(isUntouched()).toBe(false));
  await fetch("/cart/add");
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  stop();
  expect(isUntouched()).toBe(true);
  listening({ wraps: true }).stop();
  await vi.dynamicImportSettled();
  expect(isUntouched()).toBe(true);
});

test("a page whose fetch cannot be replaced is heard in every other way", async () => {
  stubResources();
  const before = guarded.count;
  const { fetch } = window;
  Object.defineProperty(window, "fetch", { value: fetch, writable: false, configurable: true });
  const { heard, stop } = listening({ wraps: true });
  await vi.waitFor(() => expect(guarded.count).toBe(before + 1));
  fire(document, new Event("goeswith:change"));
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  Object.defineProperty(window, "fetch", { value: fetch, writable: true, configurable: true });
});
