import { afterEach, describe, expect, it } from "vitest";
import { pageCurrency, readWooPage } from "../../../../../widget/browser/platforms/woocommerce/readWooPage.ts";

const page = window as { wcSettings?: unknown };
const amount = (text: string) => `<span class="woocommerce-Price-amount amount"><bdi>${text}</bdi></span>`;

function show(classes: string, html = "") {
  document.body.className = classes;
  document.body.innerHTML = html;
}

afterEach(() => {
  show("");
  delete page.wcSettings;
});

describe("readWooPage", () => {
  it.each([
    ["single-product postid-13 woocommerce", "product"],
    ["woocommerce-cart woocommerce-page", "cart"],
    ["woocommerce-checkout woocommerce-page", "checkout"],
    ["woocommerce-checkout woocommerce-page woocommerce-order-received", "confirmation"],
    ["woocommerce-checkout woocommerce-page woocommerce-order-pay", undefined],
    ["archive woocommerce-shop", undefined],
  ])("knows the step of a page of classes %j", (classes, step) => {
    show(classes);
    expect(readWooPage("USD").step).toBe(step);
  });

  it("names the product in view, its price as it is shown, and the variation chosen", () => {
    show(
      "single-product postid-11",
      `<h1>Site</h1><div class="product"><div class="summary"><h1 class="product_title"> Hoodie </h1><p class="price">${amount("$42.00")} – ${amount("$45.00")}</p>
      <form class="variations_form cart"><div class="single_variation"><span class="price"><del>${amount("$50.00")}</del> <ins>${amount("$45.00")}</ins></span></div>
      <input name="variation_id" class="variation_id" value="34"></form></div></div><p class="price">${amount("$1.00")}</p>`,
    );
    expect(readWooPage("USD")).toMatchObject({
      view: { id: "11", title: "Hoodie", price: { minor: 4500, currency: "USD" } },
      variant: "34",
      currency: "USD",
    });
  });

  it("tells no price of a range, and no variation before one is chosen", () => {
    show(
      "single-product postid-11",
      `<div class="summary"><p class="price">${amount("$42.00")} – ${amount("$45.00")}</p><form class="cart"><input name="variation_id" value="0"></form></div>`,
    );
    const { view, variant } = readWooPage("USD");
    expect([view?.id, view?.price, variant]).toEqual(["11", undefined, undefined]);
  });

  it("reads the price of a block theme, with its own separators", () => {
    show("single-product postid-13", `<div class="wp-block-woocommerce-product-price">${amount("1.234,50&nbsp;zł")}</div>`);
    expect(readWooPage("PLN").view?.price).toEqual({ minor: 123450, currency: "PLN" });
  });

  it("knows whether the shopper is signed in, and no product on a page of posts", () => {
    show("single single-post postid-7 logged-in");
    expect(readWooPage(undefined)).toEqual({ customer: { loggedIn: true } });
  });
});

describe("pageCurrency", () => {
  it("is that of the blocks, else of what search engines are told", () => {
    expect(pageCurrency()).toBeUndefined();
    show("", '<script type="application/ld+json">{"@graph":[{"offers":[{"priceSpecification":[{"priceCurrency":"PLN"}]}]}]}</script>');
    expect(pageCurrency()).toBe("PLN");
    page.wcSettings = { currency: { code: "EUR" } };
    expect(pageCurrency()).toBe("EUR");
    page.wcSettings = { currency: "$" };
    expect(pageCurrency()).toBe("PLN");
  });

  it("does not take a form of that name for the settings", () => {
    show("", '<form id="wcSettings"><input name="currency"></form>');
    page.wcSettings = document.querySelector("form");
    expect(pageCurrency()).toBeUndefined();
  });
});
