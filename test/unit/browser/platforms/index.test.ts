import { afterEach, describe, expect, it, vi } from "vitest";
import { choosePlatform, loadPlatform, platforms } from "../../../../widget/browser/platforms/index.ts";

const config = { cartUrls: [], cartEvents: [], own: {} };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.head.replaceChildren();
  document.body.replaceChildren();
  document.body.className = "";
  delete document.body.dataset["goeswithStep"];
});

/** What a page of each system shows that no other does. */
const pages: Readonly<Record<string, () => void>> = {
  shopify: () => vi.stubGlobal("Shopify", { shop: "aster.myshopify.com" }),
  woocommerce: () => void (document.body.className = "theme-x woocommerce-cart woocommerce-page"),
  prestashop: () => vi.stubGlobal("prestashop", { static_token: "t" }),
  opencart: () =>
    void (document.body.innerHTML = `<div id="cart"></div><link href="catalog/view/theme/default/stylesheet/stylesheet.css" rel="icon">`),
  datalayer: () => vi.stubGlobal("dataLayer", [{ event: "view_item", ecommerce: {} }]),
  markup: () => {},
};

describe("the registry", () => {
  it("looks for the shop systems first, then for a data layer, then reads any page", () => {
    expect(platforms.map(({ name }) => name)).toEqual(["shopify", "woocommerce", "prestashop", "opencart", "datalayer", "markup"]);
  });

  it.each(Object.keys(pages))("%s is known, and made", async (name) => {
    pages[name]?.();
    expect(choosePlatform().name).toBe(name);
    expect((await loadPlatform(undefined, config)).name).toBe(name);
  });

  it("a shop system that feeds analytics is that system", () => {
    for (const one of ["shopify", "woocommerce", "prestashop", "opencart"]) {
      pages["datalayer"]?.();
      pages[one]?.();
      expect(choosePlatform().name).toBe(one);
      vi.unstubAllGlobals();
      document.body.replaceChildren();
      document.body.className = "";
    }
  });

  it("a page that says everything in our words is not asked what it feeds its analytics", () => {
    pages["datalayer"]?.();
    document.body.dataset["goeswithStep"] = "cart";
    expect(choosePlatform().name).toBe("markup");
  });

  it("a name that is given goes before what the page shows, an unknown one does not", () => {
    pages["prestashop"]?.();
    expect([choosePlatform("opencart").name, choosePlatform("markup").name, choosePlatform("unheard-of").name]).toEqual([
      "opencart",
      "markup",
      "prestashop",
    ]);
  });

  it("row 62: a form and a picture of a system's name are no such system", () => {
    document.body.innerHTML = `<form name="prestashop"><input name="static_token" value="t"></form><img name="Shopify">`;
    vi.stubGlobal("prestashop", document.querySelector("form"));
    vi.stubGlobal("Shopify", document.querySelector("img"));
    expect(choosePlatform().name).toBe("markup");
  });
});

describe("a page that is still on its way", () => {
  const arrive = () => {
    vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
    return () => document.dispatchEvent(new Event("DOMContentLoaded"));
  };

  it.each(["markup", "datalayer"])("that looks like %s so far is waited for, and known by what stands further down", async (soFar) => {
    const parsed = arrive();
    pages[soFar]?.();
    const made = vi.fn();
    const loading = loadPlatform(undefined, config).then(made);
    await Promise.resolve();
    expect(made).not.toHaveBeenCalled();
    pages["prestashop"]?.();
    parsed();
    await loading;
    expect(made).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: "prestashop" }));
  });

  it.each([
    ["by name", "markup", "markup"],
    ["by its head", undefined, "prestashop"],
  ])("that is known %s is not waited for", async (_, name, expected) => {
    arrive();
    if (!name) pages["prestashop"]?.();
    expect((await loadPlatform(name, config)).name).toBe(expected);
  });
});
