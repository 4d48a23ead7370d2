import { expect, test as base } from "@playwright/test";
import { goods } from "../support/shops/shopify/catalogue.ts";
import { type ServedShop, serveShopify } from "../support/shops/shopify/serveShopify.ts";

/** Shopify with the themes Dawn and Horizon, as one tag finds it. No test may leave an error in the page. */
const test = base.extend<{ theme: "Dawn" | "Horizon"; shop: ServedShop }>({
  theme: ["Dawn", { option: true }],
  shop: async ({ page, theme }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(await serveShopify(page, theme));
    expect(errors).toEqual([]);
  },
});

const { plain, other, variant } = goods;
const HOST = "goes-with-offers";
const READ = "GET /cart.js";
const one = (good: typeof plain, quantity = 1) => ({ good, quantity });

test.describe("Shopify", { tag: "@chromium" }, () => {
  test("Dawn: an offer on the product page is added, bubble and drawer show it, and the drawer stays shut", async ({ page, shop }) => {
    await page.goto(shop.address("product"));
    const add = page.getByRole("button", { name: /^Add Crystal mug/ });
    await expect(add).toBeVisible();
    // The live price is that of the one offer.
    expect(shop.requests().filter((request) => request !== READ)).toEqual(["GET /products/crystal-mug.js"]);
    await add.click();
    await expect(page.locator("#cart-icon-bubble")).toHaveText("Cart1");
    await expect(page.locator("#CartDrawer .cart-item__name")).toHaveText([plain.title]);
    await expect(page.locator("cart-drawer")).toHaveClass("drawer");
    expect(await page.title()).toBe("Shop");
    expect(shop.server.rows()).toEqual([one(plain)]);
    const sections = "GET /cart.js?sections=cart-drawer%2Ccart-icon-bubble";
    expect(shop.requests().filter((request) => request !== READ && !request.includes("goeswith"))).toEqual(["POST /cart/add.js", sections]);
  });

  test("Dawn: the drawer that an addition of the shopper's opens has offers for what is in it @long", async ({ page, shop }) => {
    await page.goto(shop.address("product"));
    await expect(page.locator(`main ${HOST}`)).toBeVisible();
    await page.getByRole("button", { name: "Add to cart", exact: true }).click();
    const inside = page.locator("cart-drawer").getByRole("button", { name: /^Add Crystal mug/ });
    await inside.click();
    await expect(page.locator("#CartDrawer .cart-item__name")).toHaveText([variant.title, plain.title]);
    await expect(page.locator("cart-drawer")).toHaveClass(/active/);
    await expect(page.locator("#cart-icon-bubble")).toHaveText("Cart2");
  });

  test("Dawn: a line of the cart page is swapped at its row, and rows, total and bubble are drawn once", async ({ page, shop }) => {
    await shop.fill(one(variant), one(plain, 2));
    await page.goto(shop.address("cart"));
    const swap = page
      .locator("#CartItem-2")
      .locator(HOST)
      .getByRole("button", { name: /^Swap .*Tea towel/ });
    await expect(swap).toBeVisible();
    shop.requests();
    await swap.click();
    await expect(page.locator(".cart-item__name")).toHaveText([variant.title, other.title]);
    await expect(page.locator("#main-cart-footer .js-contents")).toHaveText("Total $88.80");
    await expect(page.locator("#CartItem-2 .quantity__input")).toHaveValue("2");
    expect(await page.title()).toBe("Shop");
    expect(shop.requests().filter((request) => /add|change|sections/.test(request))).toEqual(["POST /cart/add.js", "POST /cart/change.js"]);
  });

  test.describe(() => {
    test.use({ theme: "Horizon" });
    test("Horizon: what the theme tells by the standard event is heard, and it draws what is added by the same", async ({ page, shop }) => {
      await shop.fill(one(variant), one(plain));
      await page.goto(shop.address("cart"));
      await expect(page.locator(`tr[data-key] ${HOST}`)).toBeVisible();
      // What the shopper takes out by the theme's own button is on offer.
      await page.getByRole("button", { name: "Remove the last" }).click();
      await page.getByRole("button", { name: /^Add Crystal mug/ }).click();
      await expect(page.locator(".cart-items__details")).toHaveText([new RegExp(variant.title), new RegExp(plain.title)]);
      await expect(page.locator(".cart-bubble__text-count")).toHaveText("2");
      expect(await page.title()).toBe("Shop");
      expect(shop.server.rows()).toEqual([one(variant), one(plain)]);
    });
  });
});
