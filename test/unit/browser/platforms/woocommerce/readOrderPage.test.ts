import { afterEach, describe, expect, it } from "vitest";
import { readOrderPage } from "../../../../../widget/browser/platforms/woocommerce/readOrderPage.ts";
import type { Cart, Line } from "../../../../../widget/types/cart.ts";

const { href } = location;
const dollars = (minor: number) => ({ minor, currency: "USD" });
const line = (product: string, title: string, more: Partial<Line> = {}): Line => ({
  key: product,
  product,
  title,
  quantity: 1,
  price: dollars(1000),
  ...more,
});
const cartOf = (...lines: readonly Line[]): Cart => ({ currency: "USD", lines });
const amount = (text: string) => `<span class="woocommerce-Price-amount amount"><bdi>${text}</bdi></span>`;
const row = (name: string, count = "×&nbsp;1") =>
  `<tr class="order_item"><td class="product-name"><a href="#">${name}</a> <strong class="product-quantity">${count}</strong></td><td>${amount("$10.00")}</td></tr>`;

function show(address: string, html: string) {
  history.replaceState(null, "", address);
  document.body.className = "woocommerce-checkout woocommerce-order-received";
  document.body.innerHTML = html;
}
const classic = (total: string, rows = "") =>
  `<ul class="woocommerce-order-overview"><li class="woocommerce-order-overview__order">1001</li><li class="woocommerce-order-overview__total">Total: <strong>${total}</strong></li></ul><table>${rows}</table>`;
const block = (total: string, rows = "") =>
  `<ul>${["1001", "21 Nov", total].map((value) => `<li><span class="wc-block-order-confirmation-summary-list-item__value">${value}</span></li>`).join("")}</ul><table>${rows}</table>`;

afterEach(() => {
  history.replaceState(null, "", href);
  document.body.className = "";
  document.body.innerHTML = "";
});

describe("readOrderPage", () => {
  it.each([
    ["/checkout/order-received/1001/?key=wc_order_a1", classic],
    ["/zamowienie/zamowienie-otrzymane/1001?key=wc_order_a1", block],
    ["/?page_id=7&order-received=1001&key=wc_order_a1", classic],
  ])("reads id and total of %s", (address, page) => {
    show(address, page(amount("$1,046.00"), row("T-Shirt")));
    expect(readOrderPage(cartOf(line("13", "T-Shirt")))).toEqual({
      id: "1001",
      currency: "USD",
      total: dollars(104600),
      lines: [{ product: "13", quantity: 1, price: dollars(1000) }],
    });
  });

  it("takes the lines of the last cart that the page shows, in the page's quantities", () => {
    show("/checkout/order-received/1001/?key=a", classic(amount("$46.00"), row("Beanie with Logo") + row("Beanie", "×&nbsp;3")));
    const last = cartOf(line("14", "Beanie"), line("31", "Beanie with Logo"), line("15", "Belt"));
    expect(readOrderPage(last)?.lines).toEqual([
      { product: "31", quantity: 1, price: dollars(1000) },
      { product: "14", quantity: 3, price: dollars(1000) },
    ]);
  });

  it("tells variations of one product apart by what was chosen", () => {
    show("/checkout/order-received/1001/?key=a", classic(amount("$46.00"), row("Hoodie - Red, No") + row("Hoodie - Blue, Yes")));
    const last = cartOf(line("34", "Hoodie", { options: { Color: "Blue" } }), line("27", "Hoodie", { options: { Color: "Red" } }));
    expect(readOrderPage(last)?.lines.map(({ product }) => product)).toEqual(["27", "34"]);
  });

  it("reads what is left of a refunded order", () => {
    const total = `<del>${amount("$46.00")}</del> <ins>${amount("$36.00")}</ins> <small>(includes ${amount("$6.00")} Tax)</small>`;
    show("/checkout/order-received/1001/?key=a", classic(total, row("T-Shirt", "×&nbsp;<del>3</del> <ins>2</ins>")));
    expect(readOrderPage(cartOf(line("13", "T-Shirt")))).toMatchObject({ total: dollars(3600), lines: [{ quantity: 2 }] });
  });

  it("takes the whole last cart where the page lists nothing, and nothing it does not know", () => {
    show("/checkout/order-received/1001/?key=a", block(amount("$46.00")));
    expect(readOrderPage(cartOf(line("13", "T-Shirt")))?.lines).toHaveLength(1);
    show("/checkout/order-received/1001/?key=a", classic(amount("$46.00"), row("Gift wrapping")));
    expect(readOrderPage(cartOf(line("13", "T-Shirt")))?.lines).toEqual([]);
  });

  it("tells no order whose payment failed, that may not be seen, whose currency nobody knows, or of another page", () => {
    const last = cartOf(line("13", "T-Shirt"));
    const address = "/checkout/order-received/1001/?key=a";
    show(address, `<p class="woocommerce-thankyou-order-failed">Declined</p>${classic(amount("$46.00"))}`);
    expect(readOrderPage(last)).toBeUndefined();
    show(address, "<p>Please check your email for the order confirmation.</p>");
    expect(readOrderPage(last)).toBeUndefined();
    show(address, classic(amount("$46.00")));
    expect(readOrderPage(undefined)).toBeUndefined();
    document.body.className = "woocommerce-checkout";
    expect(readOrderPage(last)).toBeUndefined();
  });
});
