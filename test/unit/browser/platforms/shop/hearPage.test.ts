import { afterEach, expect, test, vi } from "vitest";
import { hearPage } from "../../../../../widget/browser/platforms/shop/hearPage.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.removeAttribute("data-goeswith-step");
  document.body.innerHTML = "";
});

const navigation = new EventTarget();
test.each([
  ["the shop's word", () => document.dispatchEvent(new Event("goeswith:change"))],
  ["a step back", () => window.dispatchEvent(new Event("popstate"))],
  ["another hash", () => window.dispatchEvent(new Event("hashchange"))],
  ["a navigation without loading", () => navigation.dispatchEvent(new Event("currententrychange"))],
])("hears %s until stopped", (_, happen) => {
  vi.stubGlobal("navigation", navigation);
  const heard = vi.fn<() => void>();
  const stop = hearPage(heard);
  happen();
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  stop();
  happen();
  expect(heard).toHaveBeenCalledTimes(1);
});

test("hears another step, product or variant marked by the shop", async () => {
  const heard = vi.fn<() => void>();
  const stop = hearPage(heard);
  document.body.dataset.goeswithStep = "checkout";
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  document.body.innerHTML = "<p></p>";
  document.querySelector("p")?.setAttribute("data-goeswith-variant", "v2");
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  stop();
  document.body.dataset.goeswithStep = "cart";
  await Promise.resolve();
  expect(heard).toHaveBeenCalledTimes(2);
});

test("row 80: the page's own history and fetch are left as they are", () => {
  const before = [history.pushState, history.replaceState, globalThis.fetch];
  const stop = hearPage(() => {});
  expect([history.pushState, history.replaceState, globalThis.fetch]).toEqual(before);
  stop();
});
