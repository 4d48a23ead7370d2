import { beforeEach, expect, test } from "vitest";
import { readContext } from "../../../../widget/browser/platforms/readContext.ts";

beforeEach(() => {
  document.body.innerHTML = "";
  document.body.removeAttribute("data-goeswith-step");
  document.documentElement.lang = "";
  history.replaceState(null, "", "/");
});

test("a bare page has a language and nothing else", () => {
  expect(readContext()).toEqual({ locale: "en" });
});

test("the language is the page's", () => {
  document.documentElement.lang = "pl-PL";
  expect(readContext().locale).toBe("pl-PL");
});

test("a page about a product is the product step, unless the shop says otherwise", () => {
  document.body.innerHTML = '<div data-goeswith-product="P1"></div>';
  expect(readContext()).toMatchObject({ step: "product", view: { id: "P1" } });
  document.body.dataset.goeswithStep = "none";
  expect(readContext().step).toBeUndefined();
});

test("the currency is that of the product, else of the cart", () => {
  document.body.innerHTML = '<div data-goeswith-cart data-currency="pln"></div>';
  expect(readContext().currency).toBe("PLN");
  document.body.innerHTML += `<script type="application/ld+json">{"@type":"Product","sku":"P","offers":{"price":5,"priceCurrency":"EUR"}}</script>`;
  expect(readContext().currency).toBe("EUR");
});

test.each([
  [
    '{"loggedIn":true,"group":"trade","country":"pl","firstVisit":false}',
    { loggedIn: true, group: "trade", country: "PL", firstVisit: false },
  ],
  ['{"loggedIn":"yes","group":{},"country":7,"firstVisit":1,"__proto__":{"group":"x"}}', { country: "7" }],
  ["{broken", undefined],
])("row 101: customer facts %s", (text, customer) => {
  document.body.innerHTML = '<script type="application/json" data-goeswith="customer"></script>';
  document.querySelector("script")?.replaceChildren(text);
  expect(readContext().customer).toEqual(customer);
});
