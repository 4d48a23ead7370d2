import { afterEach, expect, test } from "vitest";
import { readPage } from "../../../../../widget/browser/platforms/prestashop/readPage.ts";

const page = window as unknown as { prestashop?: unknown };
const draw = (global: object, html = "") => {
  page.prestashop = { currency: { iso_code: "EUR" }, ...global };
  document.body.innerHTML = html;
};

afterEach(() => {
  delete page.prestashop;
  document.head.innerHTML = document.body.innerHTML = "";
  document.body.removeAttribute("id");
});

test.each([
  ["index", undefined],
  ["category", undefined],
  ["product", "product"],
  ["cart", "cart"],
  ["checkout", "checkout"],
  ["order", "checkout"],
  ["module-thecheckout-order", "checkout"],
  ["order-confirmation", "confirmation"],
  ["order-detail", undefined],
  ["history", undefined],
])("the page named %s stands for the step %s", (page_name, step) => {
  draw({ page: { page_name } });
  expect(readPage().step).toBe(step);
});

test("the body's id names the page where the global does not", () => {
  draw({});
  document.body.id = "checkout";
  expect(readPage().step).toBe("checkout");
});

const details = (told: object) => `<h1>Mug</h1><form id="add-to-cart-or-refresh"><input name="id_product" value="6">
  <button data-button-action="add-to-cart" disabled>Add</button></form><div id="product-details" data-product='${JSON.stringify(told)}'></div>`;

test("the product in view is what the details say, with the combination that is chosen", () => {
  draw(
    { page: { page_name: "product" } },
    details({ id_product: 1, id_product_attribute: 9, name: "T-shirt", price_amount: 22.944, quantity: 3 }),
  );
  expect(readPage()).toEqual({
    step: "product",
    currency: "EUR",
    view: { id: "1", title: "T-shirt", price: { minor: 2294, currency: "EUR" }, available: true },
    variant: "9",
  });
});

test("without details the form, the heading and the head say it", () => {
  document.head.innerHTML = '<meta property="product:price:amount" content="11.9">';
  draw({ page: { page_name: "product" } }, details({}).replace("data-product", "data-none"));
  const { view, variant } = readPage();
  expect([view, variant]).toEqual([{ id: "6", title: "Mug", price: { minor: 1190, currency: "EUR" }, available: false }, undefined]);
});

test.each([
  [{ quantity: 0 }, "disabled", false],
  [{ quantity: 0 }, "", true],
  [{ quantity: 2 }, "disabled", true],
])("with %j in stock and the button %s it can be bought: %s", (told, disabled, available) => {
  draw({ page: { page_name: "product" } }, details({ id_product: 6, ...told }).replace(" disabled", ` ${disabled}`));
  expect(readPage().view?.available).toBe(available);
});

test("a product page that names none has none in view", () => {
  draw({ page: { page_name: "product" } }, '<div id="product-details" data-product="{broken"></div>');
  expect(readPage().view).toBeUndefined();
});

test.each([
  [
    { is_logged: true, addresses: { 5: { country_iso: "PL" }, 6: { country_iso: "PL" } } },
    { loggedIn: true, country: "PL" },
  ],
  [{ is_logged: true, addresses: { 5: { country_iso: "PL" }, 6: { country_iso: "DE" } } }, { loggedIn: true }],
  [{ is_logged: false, addresses: [] }, { loggedIn: false }],
])("of the customer %j it tells %j", (customer, told) => {
  draw({ customer });
  expect(readPage().customer).toEqual(told);
});
