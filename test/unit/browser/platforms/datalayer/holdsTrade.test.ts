import { afterEach, expect, test, vi } from "vitest";
import { holdsTrade } from "../../../../../widget/browser/platforms/datalayer/holdsTrade.ts";

afterEach(() => void vi.unstubAllGlobals());

/** As `gtag()` pushes them: not an array. */
function gtag(..._given: readonly unknown[]): unknown {
  // oxlint-disable-next-line prefer-rest-params -- what the tag itself pushes
  return arguments;
}
const manager = { "gtm.start": 1, event: "gtm.js" };

test.each([
  ["an e-commerce object", [manager, { event: "view_item", ecommerce: { items: [] } }]],
  ["an e-commerce object of Yandex's", [{ ecommerce: { currencyCode: "RUB", detail: { products: [] } } }]],
  ["an event with items", [gtag("js", 0), gtag("event", "view_item", { items: [] })]],
])("a layer with %s tells what is sold", (_, layer) => {
  expect(holdsTrade(layer)).toBe(true);
});

test.each([
  ["a tag manager alone", [manager, gtag("js", 0), gtag("config", "G-1", { send_page_view: false })]],
  ["an emptied e-commerce object", [{ ecommerce: null }]],
  ["an event without items", [gtag("event", "scroll", { percent: 90 })]],
  ["nothing that is an object", ["event", 1, null, undefined, ["event", "view_item"]]],
  ["nothing", []],
  ["no list", { 0: { ecommerce: {} }, length: 1 }],
])("a layer with %s tells nothing", (_, layer) => {
  expect(holdsTrade(layer)).toBe(false);
});

test("the page's own layer is looked at", () => {
  expect(holdsTrade()).toBe(false);
  vi.stubGlobal("dataLayer", [{ ecommerce: {} }]);
  expect(holdsTrade()).toBe(true);
});
