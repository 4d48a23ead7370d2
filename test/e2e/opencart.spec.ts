import { expect, type Locator, type Page, test as base } from "@playwright/test";
import { hearOrders } from "../support/hearOrders.ts";
import { goods } from "../support/shops/opencart/goods.ts";
import { type ServedShop, serveOpencart } from "../support/shops/opencart/serveOpencart.ts";

/** OpenCart with its default theme, as one tag finds it. No test may leave an error in the page. */
const test = base.extend<{ open: (generation: 3 | 4, isReadable?: boolean) => Promise<ServedShop> }>({
  open: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await use((generation, isReadable = false) => serveOpencart(page, { generation, isReadable }));
    expect(errors).toEqual([]);
  },
});

test.use({ viewport: { width: 1280, height: 800 } });

const { plain, other, variant } = goods;
const HOST = "goes-with-offers";
const one = (good: typeof plain) => ({ good, quantity: 1 });
const count = (page: Page): Locator => page.locator("#cart > button, #cart .dropdown > button");
/** The page is not loaded again from here on. */
const mark = (page: Page) => page.evaluate(() => (document.title = "same page"));

for (const generation of [3, 4] as const) {
  const shopName = `OpenCart ${generation}`;

  test(`@chromium ${shopName}: an offer on the product page is added, the header shows it, and its own cart still works`, async ({
    page,
    open,
  }) => {
    const shop = await open(generation);
    shop.server.put([one(variant)]);
    await page.goto(shop.address("product"));
    const add = page.locator(`#content ${HOST}`).getByRole("button", { name: /^Add .*Sleeve/ });
    await expect(add).toBeVisible();
    expect(shop.requests()).toEqual([]);
    await mark(page);
    await add.click();
    await expect(count(page)).toHaveText(/2 item\(s\) - \$190\.10/);
    expect(shop.server.lines.map(({ good }) => good.product)).toEqual([plain.product, variant.product]);
    await count(page).click();
    await expect(page.locator(`#cart ${HOST}`).getByRole("button", { name: /^Add .*cable/ })).toBeVisible();
    // What we have drawn is the theme's own: its button takes the line out.
    await page.locator('#cart [title="Remove"]').first().click();
    await expect(count(page)).toHaveText(/1 item/);
    expect(await page.title()).toBe("same page");
  });

  test(`@chromium ${shopName}: on the cart page one is added, a line is swapped, and lines and sums are drawn without a page load`, async ({
    page,
    open,
  }) => {
    const shop = await open(generation);
    shop.server.put([one(other)]);
    await page.goto(shop.address("cart"));
    const add = page.locator(`#content ${HOST}`).getByRole("button", { name: /^Add .*Sleeve/ });
    await expect(add).toBeVisible();
    expect(shop.requests()).toEqual([]);
    await mark(page);
    if (generation === 3) await page.locator('[name="coupon"]').fill("kept");
    await add.click();
    const names = page.locator("#checkout-cart tbody td:nth-child(2) > a");
    await expect(names).toHaveText([plain.title, other.title]);
    const swap = page.locator(`#content ${HOST}`).getByRole("button", { name: `Swap ${other.title} for ${variant.title}` });
    await swap.click();
    await expect(names).toHaveText([variant.title, plain.title]);
    await expect(
      page
        .locator("#content tr", { has: page.getByText("Total", { exact: true }) })
        .locator("td")
        .last(),
    ).toHaveText("$190.10");
    await expect(count(page)).toHaveText(/2 item\(s\) - \$190\.10/);
    expect(await page.title()).toBe("same page");
    if (generation === 4) await expect(page.locator("html")).toHaveAttribute("data-estimate", "ready");
    else await expect(page.locator('[name="coupon"]')).toHaveValue("kept");
    await page.locator("#checkout-cart .btn-danger").last().click();
    await expect(names).toHaveCount(1);
  });
}

test("@chromium @long OpenCart 4: what the shopper adds is heard, and read from the header that the theme draws", async ({
  page,
  open,
}) => {
  const shop = await open(4);
  await page.goto(shop.address("product", other));
  await expect(page.locator(`#content ${HOST}`).first()).toBeVisible();
  shop.requests();
  await page.locator("#button-cart").click();
  await expect(count(page)).toHaveText(/1 item/);
  await count(page).click();
  await expect(page.locator(`#cart ${HOST}`).getByRole("button", { name: /^Add .*Sleeve/ })).toBeVisible();
  expect(shop.requests().filter((request) => request.includes("info")).length).toBeLessThanOrEqual(2);
});

test("@chromium @long OpenCart 3: where addresses are readable, the cart page knows its products by their pages", async ({
  page,
  open,
}) => {
  const shop = await open(3, true);
  shop.server.put([one(other)]);
  await page.goto(shop.address("cart"));
  await expect(page.locator(`#content ${HOST}`).getByRole("button", { name: /^Add .*Sleeve/ })).toBeVisible();
  expect(shop.requests()).toEqual(["GET /pocket-phone"]);
});

test("@chromium OpenCart 4: the bump at the checkout is in its summary, and in the order that is told", async ({ page, open }) => {
  const shop = await open(4);
  shop.server.put([one(other)]);
  const orders = await hearOrders(page);
  await page.goto(shop.address("checkout"));
  await page.locator(`#content ${HOST}`).getByRole("checkbox").check();
  await expect(page.locator("#checkout-confirm")).toContainText("1x Sleeve & strap");
  await expect(page.locator("#input-payment-method")).toHaveValue("");
  shop.server.put([]);
  await page.goto(shop.address("confirmation"));
  await expect.poll(orders).toContain('"total":18340');
  expect(orders()).toContain('"product":"43"');
});

test("@chromium @long OpenCart 3: a bump taken at the delivery step draws that step anew, and what comes after it waits", async ({
  page,
  open,
}) => {
  const shop = await open(3);
  shop.server.put([one(other)]);
  await page.goto(shop.address("checkout"));
  await expect(page.locator(`#collapse-shipping-method ${HOST}`)).toBeAttached();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => {
    for (const step of ["shipping-method", "checkout-confirm"]) {
      const panel = document.querySelector(`#collapse-${step}`)!;
      panel.classList.toggle("in", step === "shipping-method");
      panel.querySelector(".panel-body")!.innerHTML = "<p>Chosen before</p>";
    }
  });
  await page.locator(`#collapse-shipping-method ${HOST}`).getByRole("checkbox").check();
  await expect(page.locator("#collapse-shipping-method")).toContainText("Please select the delivery");
  await expect(page.locator("#collapse-checkout-confirm")).not.toContainText("Chosen before");
  await expect(count(page)).toHaveText(/2 item/);
});
