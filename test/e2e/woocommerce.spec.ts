import { expect, type Locator, type Page, test as base } from "@playwright/test";
import { hearOrders } from "../support/hearOrders.ts";
import { goods, rowOf } from "../support/shops/woocommerce/goods.ts";
import { type ServedShop, serveWoocommerce } from "../support/shops/woocommerce/serveWoocommerce.ts";

/** WooCommerce with a classic theme and with one of blocks, as one tag finds it. No test may leave an error in the page. */
const test = base.extend<{ theme: "classic" | "blocks"; shop: ServedShop }>({
  theme: ["classic", { option: true }],
  shop: async ({ page, theme }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(await serveWoocommerce(page, theme));
    expect(errors).toEqual([]);
  },
});

test.use({ viewport: { width: 1280, height: 800 } });

const { plain, other, variant } = goods;
const HOST = "goes-with-offers";
const one = (good: typeof plain | typeof other | typeof variant, quantity = 1) => rowOf({ good, quantity });
/** Path and route of a request, without its fields. */
const short = (request: string) =>
  request.replace(/^(\w+) .*?(wc\/store\/v1\/|wc-ajax=|\/cart\/)/, "$1 ").replace(/[?&]_fields.*|&per_page.*/, "");
/** What stands among visible lines comes only in answer to a press, and a busy machine may answer too late for the one before. */
const pressUntilShown = (page: Page, control: Locator) =>
  expect(async () => {
    await page.locator("main").click({ position: { x: 5, y: 900 } });
    await expect(control).toBeVisible({ timeout: 500 });
  }).toPass();

test.describe("WooCommerce, classic theme", { tag: "@chromium" }, () => {
  test("an offer on the product page is added, and the header counts it without a page load", async ({ page, shop }) => {
    await page.goto(shop.address("product"));
    const add = page.locator(`main ${HOST}`).getByRole("button", { name: /^Add .*Beanie/ });
    await expect(add).toBeVisible();
    expect(shop.requests().map(short)).toEqual([expect.stringMatching(/^GET products[?&]include=\d+(,\d+)*$/)]);
    await page.evaluate(() => (document.title = "same page"));
    await add.click();
    await expect(page.locator(".cart-contents .count")).toHaveText("1 items");
    expect(await page.title()).toBe("same page");
    // The nonce, what was asked for, and the theme's own for its header.
    expect(shop.requests().map(short)).toEqual(["GET cart", "POST cart/add-item", "POST get_refreshed_fragments"]);
    expect(shop.server.rows()).toEqual([one(other)]);
  });

  test("a line of the cart page is swapped at its row, and the theme draws rows, sum and header anew once", async ({ page, shop }) => {
    shop.server.put([one(variant), one(plain, 2)]);
    await page.goto(shop.address("cart"));
    const swap = page.locator(`.cart_item:nth-child(2) ${HOST}`).getByRole("button", { name: /^Swap/ });
    await pressUntilShown(page, swap);
    shop.requests();
    await swap.click();
    await expect(page.locator(".cart_item .product-name > a")).toHaveText([variant.title, "T-Shirt with Logo"]);
    await expect(page.locator(".cart_item .qty").last()).toHaveValue("2");
    await expect(page.locator(".cart_totals .amount")).toHaveText("$88.00");
    await expect(page.locator(".cart-contents .count")).toHaveText("3 items");
    const asked = shop.requests().map(short);
    expect(asked.filter((request) => request.startsWith("POST"))).toEqual([
      "POST cart/add-item",
      "POST cart/remove-item",
      "POST ",
      "POST get_refreshed_fragments",
    ]);
  });

  test("what the shopper takes out by the theme's own link is offered again", async ({ page, shop }) => {
    shop.server.put([one(plain), one(other)]);
    await page.goto(shop.address("cart"));
    const add = page.locator(`main ${HOST}`).getByRole("button", { name: /^Add .*Beanie/ });
    await expect.poll(() => shop.requests().map(short).join()).toContain("GET products");
    await page.locator(".cart_item .product-remove a").last().click();
    await expect(page.locator(".cart_item")).toHaveCount(1);
    await pressUntilShown(page, add);
  });

  test("the bump at the checkout is in its summary, the order carries what was measured, and is told", async ({ page, shop }) => {
    shop.server.put([one(plain)]);
    const orders = await hearOrders(page);
    await page.goto(shop.address("checkout"));
    await page.locator(HOST).getByRole("checkbox").check();
    await expect(page.locator(".woocommerce-checkout-review-order-table")).toHaveText(/2 pieces\s*\$33.00/);
    await expect(page.locator('[name$="utm_content"]')).toHaveValue(/^goeswith:.+:offers:checkout\.cross-sell\.13\.14$/);
    shop.placeOrder();
    await page.goto(shop.address("confirmation"));
    await expect
      .poll(orders)
      .toContain('"total":3300,"lines":[{"product":"14","quantity":1,"price":1500,"offer":"checkout.cross-sell.13.14"}');
  });
});

test.describe("WooCommerce, blocks", { tag: "@chromium" }, () => {
  test.use({ theme: "blocks" });

  test("an offer on the product page is added, and the count in the header follows", async ({ page, shop }) => {
    await page.goto(shop.address("product"));
    await page
      .locator(`main ${HOST}`)
      .getByRole("button", { name: /^Add .*Beanie/ })
      .click();
    await expect(page.locator(".wc-block-mini-cart__badge")).toHaveText("1");
    expect(shop.server.rows()).toEqual([one(other)]);
  });

  test("under the rows of the cart one is added, its block shows it, and its own buttons are heard without a request", async ({
    page,
    shop,
  }) => {
    shop.server.put([one(plain)]);
    await page.goto(shop.address("cart"));
    const add = page.locator(`.wp-block-woocommerce-cart ${HOST}`).getByRole("button", { name: /^Add .*Beanie/ });
    await expect(add).toBeVisible();
    expect(
      shop
        .requests()
        .map(short)
        .filter((request) => request === "GET cart"),
    ).toEqual([]);
    await add.click();
    await expect(page.locator(".wc-block-components-product-name")).toHaveText([plain.title, other.title]);
    await expect(page.locator(".wc-block-mini-cart__badge")).toHaveText("2");
    shop.requests();
    await page.locator(".plus").first().click();
    await expect(page.locator(".wc-block-mini-cart__badge")).toHaveText("3");
    // The blocks' own, and of their other store.
    await expect.poll(() => shop.server.rows()[0]?.quantity).toBe(2);
    expect(shop.requests().map(short)).toEqual(["POST batch", "GET cart"]);
    expect(await page.evaluate(() => (window as unknown as { blockTheme: { notices: object } }).blockTheme.notices)).toEqual([]);
  });

  test("a row of the cart is swapped, and nothing is announced as gone by itself", async ({ page, shop }) => {
    shop.server.put([one(variant), one(plain, 2)]);
    await page.goto(shop.address("cart"));
    const swap = page.locator(`.wc-block-cart-items__row:nth-child(2) ${HOST}`).getByRole("button", { name: /^Swap/ });
    await expect(async () => {
      await page.locator("main").click({ position: { x: 5, y: 1000 } });
      await expect(swap).toBeVisible({ timeout: 500 });
    }).toPass();
    // The row's own boxes are as narrow as can be.
    expect((await swap.boundingBox())!.width).toBeGreaterThan(90);
    await swap.click();
    await expect(page.locator(".wc-block-components-product-name")).toHaveText([variant.title, "T-Shirt with Logo"]);
    await expect(page.locator(".wc-block-components-quantity-selector__input").last()).toHaveValue("2");
    expect(await page.evaluate(() => (window as unknown as { blockTheme: { notices: object } }).blockTheme.notices)).toEqual([]);
  });

  test("the bump at the checkout is in its summary, what it sends is marked, and the order is told", async ({ page, shop }) => {
    shop.server.put([one(plain)]);
    const orders = await hearOrders(page);
    await page.goto(shop.address("checkout"));
    await page.locator(`.wp-block-woocommerce-checkout ${HOST}`).getByRole("checkbox").check();
    // The block came after our code, and has nothing of ours among what it drew.
    await expect(page.locator(HOST)).toHaveCount(1);
    await expect(page.locator(".wc-block-components-product-name")).toHaveText([plain.title, other.title]);
    const sent = () => page.evaluate(`wp.data.select("wc/store/checkout").getExtensionData()["woocommerce/order-attribution"]`);
    await expect
      .poll(sent)
      .toEqual({ utm_source: "(direct)", utm_content: expect.stringMatching(/^goeswith:.+:checkout\.cross-sell\.13\.14$/) });
    shop.placeOrder();
    await page.goto(shop.address("confirmation"));
    await expect
      .poll(orders)
      .toContain('"total":3300,"lines":[{"product":"14","quantity":1,"price":1500,"offer":"checkout.cross-sell.13.14"}');
  });
});
