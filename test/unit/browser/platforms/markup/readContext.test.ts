import { beforeEach, expect, test } from "vitest";
import { readPageMarkup } from "../../../../../widget/browser/platforms/markup/readPageMarkup.ts";
import { readContext } from "../../../../../widget/browser/platforms/markup/readContext.ts";

const JSON_LD = `<script type="application/ld+json">{"@type":"Product","sku":"P","offers":{"price":5,"priceCurrency":"EUR"}}</script>`;

beforeEach(() => {
  document.body.innerHTML = "";
  document.body.removeAttribute("data-goeswith-step");
  history.replaceState(null, "", "/");
});

test("a bare page says nothing", () => {
  expect(readContext()).toEqual({});
});

test("a mark names product and variant; the title is the page's heading, what else is told is left to the catalogue", () => {
  document.body.innerHTML = `<h1> Clear <b>case</b> </h1><div data-goeswith-product="P1" data-goeswith-variant="v"></div>${JSON_LD}`;
  expect(readContext(readPageMarkup)).toEqual({ step: "product", view: { id: "P1", title: "Clear case" }, variant: "v" });
});

test.each([
  ["on the element", '<main data-goeswith-product="P1" data-goeswith-variant="v"><i data-goeswith-variant="w"></i></main>', "v"],
  ["in it", '<i data-goeswith-variant="u"></i><main data-goeswith-product="P1"><i data-goeswith-variant="w"></i></main>', "w"],
  ["not while none is chosen", '<main data-goeswith-product="P1"><i data-goeswith-variant=""></i></main>', undefined],
  ["not without a product", '<main data-goeswith-product="" data-goeswith-variant="v"></main>', undefined],
])("the variant is marked %s", (_, html, variant) => {
  document.body.innerHTML = html;
  expect(readContext().variant).toBe(variant);
});

test("what is not marked, or marked many times, is made out", () => {
  document.body.innerHTML = JSON_LD;
  expect(readContext()).toEqual({});
  expect(readContext(readPageMarkup)).toMatchObject({ step: "product", view: { id: "P" }, currency: "EUR" });
  document.body.innerHTML = '<i data-goeswith-product="a"></i><i data-goeswith-product="b"></i>';
  expect(readContext(readPageMarkup)).toEqual({});
});

test("row 101: __proto__ as a mark reaches no prototype", () => {
  document.body.innerHTML = '<main data-goeswith-product="__proto__"></main>';
  expect(readContext().view).toMatchObject({ id: "__proto__" });
});

test("a page that says it is no step is none", () => {
  document.body.innerHTML = '<div data-goeswith-product="P1"></div>';
  document.body.dataset.goeswithStep = "none";
  expect(readContext(readPageMarkup).step).toBeUndefined();
});

test.each([
  [
    '{"loggedIn":true,"group":"trade","country":"pl","firstVisit":false}',
    { loggedIn: true, group: "trade", country: "pl", firstVisit: false },
  ],
  ["{broken", undefined],
])("customer facts %s", (text, customer) => {
  document.body.innerHTML = '<script type="application/json" data-goeswith="customer"></script>';
  document.querySelector("script")?.replaceChildren(text);
  expect(readContext().customer).toEqual(customer);
});

test("row 101: __proto__ among the customer's facts is none of them", () => {
  document.body.innerHTML = '<script type="application/json" data-goeswith="customer"></script>';
  document.querySelector("script")?.replaceChildren('{"group":"trade","__proto__":{"loggedIn":true}}');
  const { customer } = readContext();
  expect([customer?.group, customer?.loggedIn]).toEqual(["trade", undefined]);
});
