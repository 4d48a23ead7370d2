import { afterEach, expect, test } from "vitest";
import { readCurrency } from "../../../../../widget/browser/platforms/opencart/readCurrency.ts";

afterEach(() => {
  document.body.innerHTML = "";
  document.cookie = "currency=; expires=Thu, 01 Jan 1970 00:00:00 GMT";
});

const choices3 = '<button type="button" name="EUR">€ Euro</button><button type="button" name="USD">$ US Dollar</button>';

test.each([
  ["the cookie", "currency=PLN", `<form id="form-currency"><strong>$</strong><ul class="dropdown-menu">${choices3}</ul></form>`, "PLN"],
  ["the switch of 3", "", `<form id="form-currency"><strong>$</strong><ul class="dropdown-menu">${choices3}</ul></form>`, "USD"],
  [
    "the switch of 4",
    "",
    '<form id="form-currency"><strong>€</strong><ul class="dropdown-menu"><li><a href="#" data-code="USD">$ US Dollar</a></li><li><a href="#" data-code="EUR">€ Euro</a></li></ul></form>',
    "EUR",
  ],
  [
    "the switch of 4.0",
    "",
    '<form id="form-currency"><strong>€</strong><ul class="dropdown-menu"><li><a href="EUR">€ Euro</a></li></ul></form>',
    "EUR",
  ],
  ["nothing", "", '<form id="form-currency"><ul class="dropdown-menu"><li><a href="EUR">€ Euro</a></li></ul></form>', ""],
  ["a cookie that holds no code", "currency=usd", "", ""],
])("the currency is read from %s", (_, cookie, body, expected) => {
  if (cookie) document.cookie = cookie;
  document.body.innerHTML = body;
  expect(readCurrency()).toBe(expected);
});
