import { afterEach, expect, test, vi } from "vitest";
import { pageObject } from "../../../../../widget/browser/platforms/shop/pageObject.ts";

afterEach(() => void vi.unstubAllGlobals());

test("is the page's own object of that name", () => {
  const prestashop = { static_token: "t" };
  vi.stubGlobal("prestashop", prestashop);
  expect(pageObject("prestashop")).toBe(prestashop);
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a text", "prestashop"],
  ["a function", () => {}],
])("%s is none", (_, value) => {
  vi.stubGlobal("prestashop", value);
  expect(pageObject("prestashop")).toBeUndefined();
});

test("row 62: elements and frames of that name are none", () => {
  // What another origin's window lets nobody read.
  const frame: object = new Proxy(
    {},
    {
      get(_, name) {
        if (name === "window") return frame;
        throw new DOMException("another origin", "SecurityError");
      },
      getPrototypeOf: () => null,
    },
  );
  for (const value of [document.createElement("form"), document.getElementsByTagName("form"), frame, window]) {
    vi.stubGlobal("Shopify", value);
    expect(pageObject("Shopify")).toBeUndefined();
  }
});
