import { afterEach, expect, test, vi } from "vitest";
import { hearJQuery } from "../../../../../widget/browser/platforms/shop/hearJQuery.ts";
import { guarded } from "../../../../../widget/browser/lib/guard.ts";

afterEach(() => void vi.unstubAllGlobals());

type Handler = (...given: readonly unknown[]) => void;

/** As much of the library as is listened to. */
function stubJQuery() {
  const handlers = new Map<unknown, (readonly [name: string, run: Handler])[]>();
  const of = (element: unknown) => handlers.get(element) ?? [];
  const jQuery = (element: unknown) => ({
    on: (names: string, run: Handler) => handlers.set(element, [...of(element), ...names.split(" ").map((name) => [name, run] as const)]),
    off(names: string, run: Handler) {
      const rest = of(element).filter(([name, other]) => !(names.split(" ").includes(name) && other === run));
      handlers.set(element, rest);
    },
  });
  vi.stubGlobal("jQuery", Object.assign(jQuery, { fn: { jquery: "3.7.1" } }));
  return {
    trigger: (element: unknown, name: string, ...more: readonly unknown[]) =>
      of(element).forEach(([one, run]) => one === name && run({}, ...more)),
    count: () => [...handlers.values()].flat().length,
  };
}

const listening = (heard = vi.fn<() => void>()) => ({
  heard,
  stop: hearJQuery({ events: ["added_to_cart", "wc_cart_emptied"], isCart: (address) => address.includes("/cart/"), heard }),
});

test("hears the theme's events on the body and the end of requests to the cart, until it is stopped", () => {
  const { trigger, count } = stubJQuery();
  const { heard, stop } = listening();
  trigger(document.body, "added_to_cart", { fragments: {} });
  trigger(document.body, "wc_cart_emptied");
  trigger(document, "ajaxComplete", {}, { url: "/cart/add" });
  expect(heard.mock.calls).toEqual([[], [], []]);
  trigger(document.body, "wc_other");
  trigger(document, "ajaxComplete", {}, { url: "/search" });
  trigger(document, "ajaxComplete", {}, undefined);
  expect(heard).toHaveBeenCalledTimes(3);
  stop();
  stop();
  expect(count()).toBe(0);
});

test("the address of a request is looked at as a whole", () => {
  const { trigger } = stubJQuery();
  const isCart = vi.fn(() => false);
  const stop = hearJQuery({ events: [], isCart, heard: () => {} });
  trigger(document, "ajaxComplete", {}, { url: "index.php?route=checkout/cart.add" });
  expect(isCart).toHaveBeenCalledExactlyOnceWith(new URL("index.php?route=checkout/cart.add", location.href).href);
  stop();
});

test("no error of ours reaches the theme", () => {
  const { trigger } = stubJQuery();
  const before = guarded.count;
  const { stop } = listening(
    vi.fn(() => {
      throw new Error("ours");
    }),
  );
  trigger(document.body, "added_to_cart");
  trigger(document, "ajaxComplete", {}, { url: "http://[" });
  expect(guarded.count).toBe(before + 2);
  stop();
});

test.each([
  ["nothing", undefined],
  ["a form", document.createElement("form")],
  ["another library's function", () => undefined],
])("a page whose jQuery is %s has none to hear", (_, jQuery) => {
  vi.stubGlobal("jQuery", jQuery);
  expect(() => listening().stop()).not.toThrow();
});
