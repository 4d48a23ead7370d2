import { afterEach, expect, test } from "vitest";
import { createNames } from "../../../../../widget/browser/platforms/shopify/createNames.ts";
import { handleIn, readShopifyPage, shopRoot } from "../../../../../widget/browser/platforms/shopify/shopifyPage.ts";

const page = window as object as Record<string, unknown>;
const read = (own = {}) => readShopifyPage(createNames({ own }));
const VARIANTS = [
  { id: 41, sku: "S-RED", price: 4500 },
  { id: 42, sku: "S-BLUE", price: 4700 },
];

function show(address: string, { meta = {}, shop = {}, html = "" } = {}): void {
  history.replaceState(null, "", address);
  document.body.innerHTML = html;
  page["Shopify"] = { shop: "x.myshopify.com", currency: { active: "USD" }, ...shop };
  page["ShopifyAnalytics"] = { meta };
}

afterEach(() => {
  history.replaceState(null, "", "/");
  document.body.innerHTML = "";
  for (const name of ["Shopify", "ShopifyAnalytics"]) Reflect.deleteProperty(window, name);
});

test.each([
  ["/", undefined],
  ["/products/scarf", "product"],
  ["/en-ca/products/scarf", "product"],
  ["/collections/winter/products/scarf", "product"],
  ["/collections/products", undefined],
  ["/products/", undefined],
  ["/cart", "cart"],
  ["/fr/cart", "cart"],
  ["/checkouts/cn/abc", "checkout"],
  ["/pages/cart-help", undefined],
])("the address %s is of the step %s", (address, step) => {
  show(address);
  expect(read().step).toBe(step);
});

test.each([
  ["/", "/"],
  ["/en-ca/", "/en-ca/"],
  ["//evil.example/", "/"],
  ["https://evil.example/", "/"],
  [undefined, "/"],
])("a root that is said to be %s is %s", (root, expected) => {
  show("/", { shop: { routes: { root } } });
  expect(shopRoot()).toBe(expected);
});

test("row 62: forms and pictures of the names of its globals are nothing of the shop's", () => {
  history.replaceState(null, "", "/products/scarf");
  document.body.innerHTML = '<form id="ShopifyAnalytics" name="ShopifyAnalytics"></form><img name="Shopify"><h1>Scarf</h1>';
  page["ShopifyAnalytics"] = document.querySelector("form");
  page["Shopify"] = document.querySelector("img");
  expect(read()).toEqual({ step: "product", view: { id: "scarf", title: "Scarf" }, customer: {} });
  expect(shopRoot()).toBe("/");
});

test("the product in view has the price of the variant that is chosen in the address", () => {
  show("/products/scarf?variant=42", {
    meta: { currency: "USD", product: { id: 7, variants: VARIANTS } },
    html: '<h1> Scarf </h1><form action="/cart/add"><input name="id" value="41"></form>',
  });
  expect(read()).toMatchObject({ view: { id: "scarf", title: "Scarf", price: { minor: 4700, currency: "USD" } }, variant: "S-BLUE" });
});

test("else the one in the product's own form counts, and forms of other products do not", () => {
  const html =
    '<form action="/cart/add"><input name="id" value="99"></form><form action="/en/cart/add"><input name="id" value="41"></form>';
  show("/products/scarf", { meta: { currency: "USD", product: { id: 7, variants: VARIANTS } }, html });
  expect(read()).toMatchObject({ variant: "S-RED" });
  expect(read({ ids: "number" })).toMatchObject({ view: { id: "7" }, variant: "41" });
});

test("a price in another currency than the shopper's is not believed", () => {
  const html = '<form action="/cart/add"><input name="id" value="41"></form>';
  show("/products/scarf", { meta: { currency: "CAD", product: { id: 7, variants: VARIANTS } }, html });
  expect(read().view).toEqual({ id: "scarf", title: "" });
});

test("who the shopper is is told as far as the shop tells it", () => {
  show("/", { shop: { country: "CA" }, meta: { page: { customerId: 12 } } });
  expect(read().customer).toEqual({ country: "CA", loggedIn: true });
  show("/", { meta: { page: {} } });
  expect(read().customer).toEqual({ loggedIn: false });
});

test.each([
  ["/products/scarf?variant=4#x", "scarf"],
  ["https://x.example/fr/collections/a/products/tee-%C3%A9t%C3%A9", "tee-été"],
  ["/products/50%off", "50%off"],
  ["/pages/scarf", undefined],
  [undefined, undefined],
])("the handle in %s is %s", (address, handle) => {
  expect(handleIn(address)).toBe(handle);
});
