import { afterEach, expect, test, vi } from "vitest";
import { openPlatform } from "../../../../widget/browser/platforms/openPlatform.ts";

const config = { cartUrls: [], cartEvents: [], own: {} };

afterEach(() => {
  vi.unstubAllGlobals();
  delete document.body.dataset["goeswithStep"];
});

test("reads a page in our own words at once, unless another system is named", async () => {
  document.body.dataset["goeswithStep"] = "cart";
  expect(openPlatform(config, undefined)).toMatchObject({ name: "markup" });
  expect(openPlatform({ ...config, name: "markup" }, {})).toMatchObject({ name: "markup" });
  expect(await openPlatform({ ...config, name: "prestashop" }, undefined)).toMatchObject({ name: "prestashop" });
  expect(await openPlatform(config, { name: "opencart" })).toMatchObject({ name: "opencart" });
});

test("the adapter's name goes before the configured one", async () => {
  expect(await openPlatform({ ...config, name: "opencart" }, { name: "prestashop" })).toMatchObject({ name: "prestashop" });
});

test("has whatever the adapter gives in the place of the system's own", async () => {
  vi.stubGlobal("prestashop", { static_token: "t" });
  const order = () => ({ id: "7", currency: "EUR", lines: [] });
  const anchors = [{ placement: "cart" as const, selector: "#own" }];
  const platform = await openPlatform(config, { order, anchors });
  expect([platform.name, await platform.order?.(), platform.anchors[0]]).toEqual(["prestashop", order(), anchors[0]]);
});
