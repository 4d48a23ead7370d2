import { expect, test as base } from "@playwright/test";
import { hearOrders } from "../support/hearOrders.ts";
import { goods } from "../support/shops/prestashop/goods.ts";
import { type ServedShop, servePrestashop } from "../support/shops/prestashop/servePrestashop.ts";

/** PrestaShop 8 with theme classic, as one tag finds it. No test may leave an error in the page. */
const test = base.extend<{ shop: ServedShop }>({
  shop: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(await servePrestashop(page));
    expect(errors).toEqual([]);
  },
});

test.use({ viewport: { width: 1280, height: 800 } });

const { plain, other, variant } = goods;
const HOST = "goes-with-offers";

test("@chromium PrestaShop: an offer on the product page is added, the header counts it without a page load, and another combination leaves it there", async ({
  page,
  shop,
}) => {
  await page.goto(shop.address("product"));
  const offer = page.locator(`#wrapper ${HOST}`).getByText(plain.title);
  await expect(offer).toBeVisible();
  expect(shop.requests()).toEqual([]);
  await page.evaluate(() => (document.title = "same page"));
  await page.locator(".product-variants select").selectOption("2");
  await expect.poll(() => page.locator("#product-details").getAttribute("data-product")).toContain('"id_product_attribute":2');
  await expect(offer).toBeVisible();
  await page.getByRole("button", { name: /^Add .*Mug/ }).click();
  await expect(page.locator(".cart-products-count")).toHaveText("(1)");
  await expect(page.locator("#blockcart-modal")).toHaveCount(0);
  expect(await page.title()).toBe("same page");
  // The theme's for the combination, ours that adds, and the theme's for its header.
  expect(shop.requests().map((request) => /controller=\w+|module=\w+/.exec(request)?.[0])).toEqual([
    "controller=product",
    "controller=cart",
    "module=ps_shoppingcart",
  ]);
  expect(shop.server.lines()).toEqual([{ good: plain, quantity: 1 }]);
});

test("@chromium @long PrestaShop: under the lines of the cart page one is added, and the theme draws its lines and sums anew", async ({
  page,
  shop,
}) => {
  shop.server.put([{ good: variant, quantity: 1 }]);
  await page.goto(shop.address("cart"));
  const add = page.locator(`.cart-grid-body ${HOST}`).getByRole("button", { name: /^Add .*Mug/ });
  await expect(add).toBeVisible();
  expect(shop.requests()).toEqual([]);
  await add.click();
  await expect(page.locator(".cart-item .label")).toHaveText([variant.title, plain.title]);
  await expect(page.locator(".cart-detailed-totals .value")).toHaveText("$31.02");
});

test("@chromium PrestaShop: a line of the cart page is swapped at one press, and the theme draws its lines and sums anew", async ({
  page,
  shop,
}) => {
  shop.server.put([{ good: plain, quantity: 2 }]);
  await page.goto(shop.address("cart"));
  // In the line it would push down what is seen: it stands below the lines.
  const swap = page.locator(`.cart-grid-body ${HOST}`).getByRole("button", { name: /^Swap/ });
  await swap.click();
  await expect(page.locator(".cart-item .label")).toHaveText([other.title]);
  await expect(page.locator(".cart-detailed-totals .value")).toHaveText("$25.00");
  await expect(page.locator(".cart-products-count")).toHaveText("(2)");
});

test("@chromium @long PrestaShop: the box after an addition has offers, and tells the new sum when one is added from it", async ({
  page,
  shop,
}) => {
  await page.goto(shop.address("product"));
  await page.locator('[data-button-action="add-to-cart"]').click();
  const box = page.locator("#blockcart-modal");
  await expect(box.getByText(plain.title)).toBeVisible();
  expect(shop.requests().filter((request) => request.includes("controller=cart"))).toHaveLength(1);
  await box.getByRole("button", { name: /^Add .*Mug/ }).click();
  await expect(box.locator(".cart-products-count")).toHaveText("There are 2 items in your cart.");
  await expect(page.locator(".blockcart .cart-products-count")).toHaveText("(2)");
});

test("@chromium PrestaShop: the bump at the checkout is in its summary and in the order that is told", async ({ page, shop }) => {
  shop.server.put([{ good: variant, quantity: 1 }]);
  const orders = await hearOrders(page);
  await page.goto(shop.address("checkout"));
  await page.locator(HOST).getByRole("checkbox").check();
  await expect(page.locator("#js-checkout-summary .cart-detailed-totals .value")).toHaveText("$31.02");
  shop.placeOrder();
  await page.goto(shop.address("confirmation"));
  await expect.poll(orders).toContain('"total":3102,"lines":[{"product":"6"');
});
