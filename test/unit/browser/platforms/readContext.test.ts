import { beforeEach, expect, test } from "vitest";
import { readContext } from "../../../../widget/browser/platforms/readContext.ts";

beforeEach(() => {
  document.body.innerHTML = "";
  document.body.removeAttribute("data-goeswith-step");
  history.replaceState(null, "", "/");
});

test("a bare page says nothing", () => {
  expect(readContext()).toEqual({});
});

test("a page about a product is the product step, unless the shop says otherwise", () => {
  document.body.innerHTML = '<div data-goeswith-product="P1"></div>';
  expect(readContext()).toMatchObject({ step: "product", view: { id: "P1" } });
  document.body.dataset.goeswithStep = "none";
  expect(readContext().step).toBeUndefined();
});

test("the currency is that of the product", () => {
  expect(readContext().currency).toBeUndefined();
  document.body.innerHTML = `<script type="application/ld+json">{"@type":"Product","sku":"P","offers":{"price":5,"priceCurrency":"EUR"}}</script>`;
  expect(readContext().currency).toBe("EUR");
});

test.each([
  [
    '{"loggedIn":true,"group":"trade","country":"pl","firstVisit":false}',
    { loggedIn: true, group: "trade", country: "PL", firstVisit: false },
  ],
  ['{"group":"trade","country":{},"__proto__":{"loggedIn":true}}', { group: "trade" }],
  ["{broken", undefined],
])("row 101: customer facts %s", (text, customer) => {
  document.body.innerHTML = '<script type="application/json" data-goeswith="customer"></script>';
  document.querySelector("script")?.replaceChildren(text);
  expect(readContext().customer).toEqual(customer);
});
