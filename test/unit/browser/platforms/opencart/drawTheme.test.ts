import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { drawTheme } from "../../../../../widget/browser/platforms/opencart/drawTheme.ts";
import { readRoutes } from "../../../../../widget/browser/platforms/opencart/readRoutes.ts";
import type { FakePage, FakeShop } from "../../../../support/shops/fakeShop.ts";
import { goods } from "../../../../support/shops/opencart/goods.ts";
import { openOpencart } from "../../../../support/shops/opencart/openOpencart.ts";

const { plain, other } = goods;
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const textOf = (selector: string) => find(selector)?.textContent.replace(/\s+/g, " ").trim();
let shop: FakeShop;

afterEach(() => shop.close());

/** The cart of the server is another one than the page was drawn with. */
async function redraw(generation: 3 | 4, page: FakePage, after: readonly number[], dropJQuery = false) {
  shop = openOpencart({ generation });
  shop.put([{ good: plain, quantity: 1 }]);
  shop.draw(page);
  if (dropJQuery) Reflect.deleteProperty(window, "jQuery");
  shop.put(after.map((quantity, at) => ({ good: [plain, other][at]!, quantity })));
  const kept = find("#cart");
  const answer = await drawTheme(readRoutes(`${generation}`), kept ?? undefined);
  expect(find("#cart")).toBe(kept);
  return answer;
}

describe.each([3, 4] as const)("OpenCart %i", (generation) => {
  test.each([false, true])("has its header drawn anew, without jQuery: %s", async (dropJQuery) => {
    const answer = await redraw(generation, "home", [1, 2], dropJQuery);
    expect(textOf("#cart button")).toMatch(/^3 item/);
    expect(document.querySelectorAll("#cart table:first-of-type img")).toHaveLength(2);
    expect(document.querySelectorAll("#cart #cart")).toHaveLength(0);
    expect(answer).toContain("3 item");
  });
});

test("OpenCart 3: a header without a list takes all that the answer has inside", async () => {
  shop = openOpencart({ generation: 3 });
  shop.draw("home");
  find("#cart")!.innerHTML = "<button>Cart</button>";
  shop.put([{ good: plain, quantity: 1 }]);
  await drawTheme(readRoutes("3"), find("#cart")!);
  expect([find("#cart #cart"), textOf("#cart button")]).toEqual([null, expect.stringMatching(/^1 item/)]);
});

describe("the cart page of OpenCart 3", () => {
  test("has its lines, sums and warnings drawn anew, and all else stays", async () => {
    shop = openOpencart({ generation: 3 });
    shop.put([{ good: plain, quantity: 1 }]);
    shop.draw("cart");
    find("#checkout-cart .row")!.insertAdjacentHTML("beforebegin", '<div class="alert alert-success">Changed!</div>');
    const coupon = find('[name="coupon"]') as HTMLInputElement;
    coupon.value = "SPRING";
    const form = find("#content form");
    shop.put([
      { good: plain, quantity: 1 },
      { good: other, quantity: 12 },
    ]);
    await drawTheme(readRoutes("3"), find("#cart")!);
    expect(find("#content form")).toBe(form);
    expect(document.querySelectorAll("#content form tbody tr")).toHaveLength(2);
    expect(textOf("#content > .row tr:last-child td:last-child")).toBe("$1,538.60");
    expect([...document.querySelectorAll("#checkout-cart > .alert")].map((one) => one.textContent)).toEqual([
      expect.stringContaining("not available"),
    ]);
    expect([find('[name="coupon"]'), coupon.value]).toEqual([coupon, "SPRING"]);
    expect(textOf("#cart button")).toMatch(/^13 item/);
  });

  test("that is empty now says so", async () => {
    await redraw(3, "cart", []);
    expect(textOf("#content")).toContain("Your shopping cart is empty!");
    expect(find("#content form")).toBeNull();
  });

  test("is left as it is when the shop answers something else", async () => {
    shop = openOpencart({ generation: 3 });
    shop.put([{ good: plain, quantity: 1 }]);
    shop.draw("cart");
    const before = document.body.innerHTML;
    const { fetch } = window;
    window.fetch = async () => new Response("<html><body>Down for now</body></html>");
    await expect(drawTheme(readRoutes("3"), find("#cart")!)).rejects.toThrow("no cart page");
    window.fetch = fetch;
    expect(document.body.innerHTML).toBe(before);
  });
});

test("OpenCart 4: the cart page has its list drawn anew", async () => {
  await redraw(4, "cart", [1, 2]);
  await expect.poll(() => document.querySelectorAll("#output-cart tbody tr").length).toBe(2);
});

describe("the checkout of OpenCart 3", () => {
  beforeEach(() => {
    shop = openOpencart({ generation: 3 });
    shop.put([{ good: plain, quantity: 1 }]);
    shop.draw("checkout");
  });
  const draw = () => drawTheme(readRoutes("3"), find("#cart")!);
  const fill = (...steps: readonly string[]) => {
    for (const step of steps) {
      find(`#collapse-${step} .panel-body`)!.innerHTML = "<p>Before</p>";
      find(`#collapse-${step}`)!.closest(".panel")!.querySelector(".panel-title")!.innerHTML = `<a href="#collapse-${step}">${step}</a>`;
    }
  };

  test("goes back to the first step that a change of the cart undoes", async () => {
    fill("shipping-method", "payment-method", "checkout-confirm");
    let pressed = 0;
    find('a[href="#collapse-shipping-method"]')!.addEventListener("click", () => pressed++);
    await draw();
    await expect.poll(() => textOf("#collapse-shipping-method")).toBe("Please select the delivery");
    expect([textOf("#collapse-payment-method"), textOf("#collapse-checkout-confirm")]).toEqual(["", ""]);
    expect(find('a[href="#collapse-checkout-confirm"]')).toBeNull();
    expect(pressed).toBe(1);
  });

  test("without delivery goes back to the payment, and does not close it when it is open", async () => {
    find("#collapse-shipping-method")!.closest(".panel")!.remove();
    fill("payment-method");
    find("#collapse-payment-method")!.classList.add("in");
    let pressed = 0;
    find('a[href="#collapse-payment-method"]')!.addEventListener("click", () => pressed++);
    await draw();
    await expect.poll(() => textOf("#collapse-payment-method")).toBe("Please select the payment");
    expect(pressed).toBe(0);
  });

  test("is left as it is before those steps, whatever stands in them of ours", async () => {
    find("#collapse-shipping-method .panel-body")!.append(document.createElement("goes-with-offers"));
    await draw();
    expect(shop.requests()).toEqual(["GET /index.php?route=common/cart/info"]);
  });
});

test("OpenCart 4: the summary of the checkout is drawn anew, and what must be chosen again is empty", async () => {
  await redraw(4, "checkout", [1, 1]);
  await expect.poll(() => textOf("#checkout-confirm")).toContain("1x Pocket phone");
  expect((find("#input-shipping-method") as HTMLInputElement).value).toBe("");
});
