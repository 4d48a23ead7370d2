import { beforeEach, expect, test } from "vitest";
import { snapshot } from "../../../../../widget/browser/cart/snapshot.ts";
import { readCartMarkup } from "../../../../../widget/browser/platforms/markup/readCartMarkup.ts";

beforeEach(() => {
  document.body.innerHTML = "";
});

const script = (cart: unknown) => {
  const element = document.createElement("script");
  element.type = "application/json";
  element.dataset.goeswith = "cart";
  element.textContent = typeof cart === "string" ? cart : JSON.stringify(cart);
  document.body.append(element);
};

/** As the rest of the widget sees it. */
const read = async () => snapshot(await readCartMarkup());

test("a page without a cart has an empty one, whose currency nobody knows", async () => {
  expect(await read()).toEqual({ currency: "", lines: [] });
});

test.each(['{"lines":{}}', '{"lines":"none"}', '{"lines":3}'])("row 94: %s cannot be read", async (text) => {
  script(text);
  await expect(readCartMarkup()).rejects.toThrow(TypeError);
});

test("reads the JSON script, prices as decimals", async () => {
  script({
    currency: "EUR",
    total: 29.9,
    lines: [{ key: "a", product: 1, variant: "b", quantity: 2, price: "14.95", title: "Case", boundTo: "x" }],
  });
  expect(await read()).toEqual({
    currency: "EUR",
    total: { minor: 2990, currency: "EUR" },
    lines: [{ key: "a", product: "1", variant: "b", quantity: 2, price: { minor: 1495, currency: "EUR" }, title: "Case", boundTo: "x" }],
  });
});

test("reads data attributes of the first cart only", async () => {
  document.body.innerHTML = `
    <div data-goeswith-cart data-currency="JPY" data-total="300">
      <div data-goeswith-line="a" data-product="P1" data-variant="v" data-quantity="2" data-price="100" data-title="Case" data-bound-to="b"></div>
      <div data-goeswith-line="b" data-product="P2" data-price="100"></div>
    </div>
    <div data-goeswith-cart data-currency="JPY"><div data-goeswith-line="a" data-product="P1"></div></div>`;
  expect(await read()).toEqual({
    currency: "JPY",
    total: { minor: 300, currency: "JPY" },
    lines: [
      { key: "a", product: "P1", variant: "v", quantity: 2, price: { minor: 100, currency: "JPY" }, title: "Case", boundTo: "b" },
      { key: "b", product: "P2", quantity: 1, price: { minor: 100, currency: "JPY" } },
    ],
  });
});

test("the script goes before the attributes, a broken one does not", async () => {
  document.body.innerHTML = '<div data-goeswith-cart data-currency="EUR"></div>';
  script({ currency: "PLN", lines: [] });
  expect((await read())?.currency).toBe("PLN");
  document.querySelector("script")?.replaceChildren("{broken");
  expect((await read())?.currency).toBe("EUR");
});

test.each([
  ["null", { currency: "", lines: [] }],
  ["[]", { currency: "", lines: [] }],
  ["{}", { currency: "", lines: [] }],
  ['{"currency":"€","lines":[{"product":"p","price":5}]}', { currency: "", lines: [{ key: "p", product: "p", quantity: 1 }] }],
  [
    '{"currency":"EUR","lines":[null,3,{"product":""},{"product":"p","quantity":1.5},{"product":"p","quantity":-1}]}',
    { currency: "EUR", lines: [] },
  ],
  [
    '{"currency":"EUR","lines":[{"product":"p","price":"1.234,50"}]}',
    { currency: "EUR", lines: [{ key: "p", product: "p", quantity: 1 }] },
  ],
  [
    '{"currency":"EUR","lines":[{"product":"p","price":1e400}],"total":1e300}',
    { currency: "EUR", lines: [{ key: "p", product: "p", quantity: 1 }] },
  ],
])("row 94: %s", async (text, expected) => {
  script(text);
  expect(await read()).toEqual(expected);
});

test("row 97: titles are text", async () => {
  script({ currency: "EUR", lines: [{ product: "p", title: "<img src=x onerror=alert(1)>" }] });
  expect((await read())?.lines[0]?.title).toBe("<img src=x onerror=alert(1)>");
});

test("row 101: __proto__ in JSON and in data attributes reaches no prototype", async () => {
  script(
    '{"__proto__":{"currency":"EUR","polluted":1},"lines":[{"__proto__":{"product":"p"},"constructor":{"prototype":{"polluted":1}}}]}',
  );
  expect(await read()).toEqual({ currency: "", lines: [] });
  document.body.innerHTML =
    '<div data-goeswith-cart data-currency="EUR"><i data-goeswith-line="__proto__" data-product="__proto__" data-__proto__="x"></i></div>';
  expect((await read())?.lines).toEqual([{ key: "__proto__", product: "__proto__", quantity: 1 }]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
