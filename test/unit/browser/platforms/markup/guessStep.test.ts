import { beforeEach, expect, test } from "vitest";
import { guessStep } from "../../../../../widget/browser/platforms/markup/guessStep.ts";

beforeEach(() => {
  document.body.innerHTML = "";
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
  expect(guessStep(false)).toBe(step);
});

test("a told order makes it the confirmation", () => {
  history.replaceState(null, "", "/done");
  document.body.innerHTML = '<script type="application/json" data-goeswith="order">{}</script>';
  expect(guessStep(false)).toBe("confirmation");
});

test("a page about a product is the product step, unless its address says otherwise", () => {
  history.replaceState(null, "", "/p/case");
  expect(guessStep(true)).toBe("product");
  history.replaceState(null, "", "/cart");
  expect(guessStep(true)).toBe("cart");
});
