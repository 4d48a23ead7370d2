import { afterEach, expect, test } from "vitest";
import { anchorsHere } from "../../../../../widget/browser/platforms/prestashop/anchorsHere.ts";

const page = window as unknown as { prestashop?: unknown };
const onPage = (page_name: string) => {
  page.prestashop = { page: { page_name } };
  return anchorsHere();
};

afterEach(() => {
  document.body.innerHTML = "";
  delete page.prestashop;
});

test("a page has room for its own step and for the box, whatever its boxes are called", () => {
  const placements = (name: string) => [...new Set(onPage(name).map(({ placement }) => placement))].sort();
  expect(["index", "product", "cart", "checkout", "order-confirmation"].map(placements)).toEqual([
    ["drawer"],
    ["drawer", "product"],
    ["cart", "drawer"],
    ["checkout", "drawer"],
    ["confirmation", "drawer"],
  ]);
});

test.each([
  [
    "theme classic",
    '<li class="cart-item"><a data-link-action="delete-from-cart" data-id-product="1" data-id-product-attribute="40" data-id-customization="">x</a></li>',
    "1-40-0",
  ],
  [
    "theme hummingbird",
    '<li class="cart__item"><a class="remove-from-cart" data-id-product="6" data-id-product-attribute="0" data-id-customization="3">x</a></li>',
    "6-0-3",
  ],
  ["a gift", '<li class="cart-item"><span class="gift">Gift</span></li>', undefined],
])("a row of %s tells its line", (_, html, key) => {
  document.body.innerHTML = `<ul>${html}</ul>`;
  const { line, selector } = onPage("cart").find((anchor) => anchor.line)!;
  expect(typeof line === "function" && line(document.querySelector(selector)!)).toBe(key);
});

test("theme classic has room for offers on the product beside the form, then under the pictures", () => {
  document.body.innerHTML = `<div class="product-container"><div class="col-md-6"><section id="content"></section></div>
    <div class="col-md-6"><div class="product-information"><form id="add-to-cart-or-refresh"></form></div></div></div>`;
  const found = onPage("product").flatMap(({ placement, selector }) =>
    placement === "product" ? [...document.querySelectorAll(selector)] : [],
  );
  expect(found.map(({ id, className }) => id || className)).toEqual([
    "add-to-cart-or-refresh",
    "content",
    "product-information",
    "product-container",
  ]);
});
