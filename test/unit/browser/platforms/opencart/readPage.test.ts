import { afterEach, describe, expect, test } from "vitest";
import { readPage } from "../../../../../widget/browser/platforms/opencart/readPage.ts";
import { choosy } from "../../../../support/shops/opencart/goods.ts";
import { openOpencart } from "../../../../support/shops/opencart/openOpencart.ts";
import type { FakeShop } from "../../../../support/shops/fakeShop.ts";

let shop: FakeShop | undefined;
const { href } = location;

afterEach(() => {
  shop?.close();
  shop = undefined;
  document.body.innerHTML = "";
  history.replaceState(null, "", href);
});

describe.each([3, 4] as const)("a page of OpenCart %i", (generation) => {
  test.each([false, true])("tells its product, its price now and that nobody has signed in, with readable addresses: %s", (isReadable) => {
    shop = openOpencart({ generation, isReadable });
    shop.draw("product", choosy);
    document
      .querySelector("#content")!
      .insertAdjacentHTML("afterbegin", '<h1>Shop</h1><div class="product-thumb"><span class="price-new">$1.00</span></div>');
    expect(readPage("USD")).toEqual({
      step: "product",
      view: { id: "42", title: choosy.title, price: { minor: choosy.price, currency: "USD" } },
      currency: "USD",
      customer: { loggedIn: false },
    });
  });
});

test.each([
  ["", '<div id="checkout-cart"></div>', "cart"],
  ["", '<div id="checkout-checkout"></div>', "checkout"],
  ["", '<div id="common-success"><ul class="breadcrumb"><a></a><a></a><a></a><a></a></ul></div>', "confirmation"],
  ["", '<div id="common-success"><ul class="breadcrumb"><a></a><a></a><a></a></ul></div>', undefined],
  ["?route=account/logout", '<div id="common-success"><ul class="breadcrumb"><a></a><a></a><a></a><a></a></ul></div>', undefined],
  ["?route=checkout/success", "", "confirmation"],
  ["?route=checkout/cart", '<div id="error-not-found"></div>', "cart"],
  ["", '<div id="quick-view"><div id="product"><input name="product_id" value="9"></div></div>', undefined],
])("an address %s with %s is the step %s", (query, body, step) => {
  history.replaceState(null, "", `/shop/${query}`);
  document.body.innerHTML = body;
  expect(readPage("").step).toBe(step);
});

test("who can sign out is signed in", () => {
  document.body.innerHTML = '<a href="https://s/index.php?route=account/logout">Logout</a>';
  expect(readPage("")).toEqual({ customer: { loggedIn: true } });
});
