import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfirmation } from "../../../../../widget/browser/platforms/prestashop/readConfirmation.ts";
import { aCart, aLine, euro } from "../../../../support/builders.ts";

const page = window as unknown as { prestashop?: unknown };
const { href } = location;

beforeEach(() => (page.prestashop = { currency: { iso_code: "EUR" }, page: { page_name: "order-confirmation" } }));
afterEach(() => {
  history.replaceState(null, "", href);
  document.body.innerHTML = "";
  delete page.prestashop;
});

const REFERENCE = '<div id="order-details"><ul><li id="order-reference-value">Order reference: XKBKNABJK</li></ul></div>';
const rows = (last: string) =>
  `<div class="order-confirmation-table"><table><tr><td>Subtotal</td><td>10,00 €</td></tr>${last}</table></div>${REFERENCE}`;

test.each([
  [
    "classic from 1.7.5",
    rows('<tr class="total-value font-weight-bold"><td>Total</td><td>1.234,50 €</td></tr><tr class="sub taxes"><td>0,00 €</td></tr>'),
  ],
  [
    "a shop that shows prices without taxes",
    rows(
      '<tr class="total-taxes"><td>Total</td><td>1.000,00 €</td></tr><tr class="total-value font-weight-bold"><td>Total (incl.)</td><td>1.234,50 €</td></tr>',
    ),
  ],
  [
    "classic of 1.7.0",
    rows('<tr class="sub"><td>Tax</td><td>0,00 €</td></tr><tr class="font-weight-bold"><td>Total</td><td>1.234,50 €</td></tr>'),
  ],
  [
    "hummingbird",
    `<div class="order-confirmation__totals fw-bold"><div class="row"><div class="col-6">Total</div><div class="col-6 text-end">1.000,00 €</div></div>
    <div class="row fw-bold"><div class="col-6">Total (incl.)</div><div class="col-6 text-end">1.234,50 €</div></div></div>
    <ul class="order-details"><li>Order reference: XKBKNABJK</li></ul>`,
  ],
])("in %s the sum that was paid and the reference are on the page, the lines are the cart's", (_, html) => {
  document.body.innerHTML = html;
  const last = aCart(aLine({ product: "6", variant: "2", quantity: 3 }));
  expect(readConfirmation(last, {})).toEqual({
    id: "XKBKNABJK",
    currency: "EUR",
    total: euro(1234.5),
    lines: [{ product: "6", variant: "2", quantity: 3, price: euro(499) }],
  });
});

test("the address names the order before the page does", () => {
  history.replaceState(null, "", "/order-confirmation?id_cart=6&id_module=13&id_order=5&key=0");
  document.body.innerHTML = REFERENCE;
  expect(readConfirmation(undefined, {})).toEqual({ id: "5", currency: "EUR", lines: [] });
});

test("a changed theme's places are named by the shop", () => {
  document.body.innerHTML = "<p class=ref>Nr QWERTYUIO</p><p class=sum>12,00 €</p>";
  expect(readConfirmation(undefined, { reference: ".ref", total: ".sum" })).toMatchObject({ id: "QWERTYUIO", total: euro(12) });
});

test("without an id there is no order, nor on another page", () => {
  expect(readConfirmation(undefined, {})).toBeUndefined();
  document.body.innerHTML = REFERENCE;
  page.prestashop = { page: { page_name: "cart" } };
  expect(readConfirmation(undefined, {})).toBeUndefined();
});
