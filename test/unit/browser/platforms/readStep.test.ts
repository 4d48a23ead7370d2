import { beforeEach, expect, test } from "vitest";
import { readStep } from "../../../../widget/browser/platforms/readStep.ts";

beforeEach(() => {
  document.body.innerHTML = "";
  document.body.removeAttribute("data-goeswith-step");
});

test.each([
  ["/", undefined],
  ["/cart", "cart"],
  ["/en/basket/", "cart"],
  ["/cart.php", "cart"],
  ["/koszyk", "cart"],
  ["/checkout/cart/", "cart"],
  ["/cart-covers", undefined],
  ["/cart/c/abc", undefined],
  ["/checkout", "checkout"],
  ["/checkouts-explained", undefined],
  ["/Checkout/payment", "checkout"],
  ["/zamowienie/adres", "checkout"],
  ["/orders", undefined],
  ["/checkout/order-received/12/", "confirmation"],
  ["/thank-you", "confirmation"],
] as const)("guesses %s as %s", (address, step) => {
  history.replaceState(null, "", address);
  expect(readStep()).toBe(step);
});

test.each([
  ["product", "product"],
  ["checkout", "checkout"],
  ["none", undefined],
  ["", undefined],
  ["drawer", undefined],
  ["__proto__", undefined],
] as const)("on /cart the mark %j makes it %s", (mark, step) => {
  history.replaceState(null, "", "/cart");
  document.body.dataset.goeswithStep = mark;
  expect(readStep()).toBe(step);
});

test("a told order makes it the confirmation", () => {
  history.replaceState(null, "", "/done");
  document.body.innerHTML = '<script type="application/json" data-goeswith="order">{}</script>';
  expect(readStep()).toBe("confirmation");
});
