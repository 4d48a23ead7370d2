import { expect, test } from "@playwright/test";
import { cartLines, fillCart, offerIds, placement } from "../support/shopper.ts";

test.describe("the shop goes on", () => {
  test("row 7: with the script blocked it is unchanged, and no space stays blank", async ({ page }) => {
    const boxes = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("header, main, footer, [data-buy], goes-with")].map((one) =>
          JSON.stringify(one.getBoundingClientRect()),
        ),
      );
    await page.goto("/p/aster-9?tag=off");
    const without = await boxes();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.route(/\/goeswith\//, (route) => route.abort("blockedbyclient"));
    await page.goto("/p/aster-9");
    expect(await boxes()).toEqual(without);
    await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
    await expect.poll(() => cartLines(page)).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  for (const [what, pattern] of [
    ["the model", /\/model\//],
    ["the configuration", /\/goeswith\.json/],
    ["every chunk", /\/goeswith\/c\//],
    ["the shop's prices", /\/api\/products/],
  ] as const) {
    test(`@chromium without ${what} there are no offers and no errors`, async ({ page }) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      await page.route(pattern, (route) => route.abort());
      await page.goto("/p/aster-9");
      await page.waitForLoadState("networkidle");
      expect(await offerIds(page)).toEqual([]);
      await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
      await expect.poll(() => cartLines(page)).toHaveLength(1);
      expect(errors).toEqual([]);
    });
  }

  test("row 73: offers come back within a second when the theme draws its cart anew, with the focus", async ({ page }) => {
    await fillCart(page, { product: "aster-9" });
    await page.goto("/cart");
    const offer = placement(page, "cart").locator("[data-offer]").first();
    await expect(offer).toBeVisible();
    await page.waitForLoadState("networkidle");
    await offer.getByRole("button").first().focus();
    await page.evaluate(() => {
      const section = document.querySelector("main goes-with[placement=cart]")?.parentElement;
      if (section) section.innerHTML = section.innerHTML.replace(/<goes-with-offers.*?<\/goes-with-offers>/gs, "");
    });
    await expect(placement(page, "cart").locator("[data-offer]").first()).toBeVisible({ timeout: 1000 });
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("goes-with-offers");
  });

  test("@chromium row 86: what sold out after the offer was made is said in the shop's words, and nothing counts as added", async ({
    page,
  }) => {
    await fillCart(page, { product: "aster-9" });
    await page.route(/\/api\/cart\/add/, (route) => route.fulfill({ status: 422, json: { message: "Sold out this very minute." } }));
    await page.goto("/cart");
    const add = placement(page, "cart")
      .getByRole("button", { name: /^Add .* to cart/ })
      .first();
    await add.click();
    await expect(placement(page, "cart").getByText("Sold out this very minute.").first()).toBeVisible();
    expect(await cartLines(page)).toHaveLength(1);
  });

  test("@chromium row 85: ten quick presses make one line", async ({ page }) => {
    await fillCart(page, { product: "aster-9" });
    await page.goto("/cart");
    const add = placement(page, "cart").getByRole("button", { name: /^Add Screen protector/ });
    await expect(add).toBeVisible();
    await add.evaluate((button: HTMLElement) => {
      for (let press = 0; press < 10; press++) button.click();
    });
    await expect(placement(page, "cart").getByRole("status")).toHaveText(/is in your cart/);
    expect(await cartLines(page)).toEqual(
      ["1 aster-9-128-midnight", "1 glass-aster-9"].map((line) => expect.stringContaining(line.slice(0, 9))),
    );
  });
});

test.describe("a remote recommender @chromium", () => {
  for (const [config, what] of [
    ["http", "that answers is asked"],
    ["http-slow", "that is slow leaves the place to the model"],
    ["http-dead", "that is dead leaves the place to the model"],
  ] as const) {
    test(what, async ({ page }) => {
      const asked = page.waitForRequest((request) => request.method() === "POST" && !request.url().includes("/v1/"));
      await page.goto(`/p/aster-9?config=/configs/${config}.json`);
      await asked;
      await expect(placement(page, "product").locator("[data-offer]").first()).toBeVisible({ timeout: 6000 });
      if (config !== "http")
        await expect(
          placement(page, "product")
            .getByText(/Often bought together/)
            .first(),
        ).toBeVisible();
    });
  }
});

test("@chromium preview shows offers only where the address asks for it", async ({ page }) => {
  await page.goto("/p/aster-9?config=/configs/preview.json");
  await page.waitForLoadState("networkidle");
  expect(await offerIds(page)).toEqual([]);
  await page.goto("/p/aster-9?config=/configs/preview.json&goeswith=preview");
  await expect(placement(page, "product").locator("[data-offer]").first()).toBeVisible();
});

test("without consent nothing is sent and nothing stored but the shopper's own refusals", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => request.url().includes("/v1/events") && sent.push(request.url()));
  await page.goto("/p/aster-9");
  await placement(page, "product")
    .getByRole("button", { name: /^No thanks/ })
    .first()
    .click();
  await expect(placement(page, "product").getByRole("button", { name: "Not for me" })).toBeVisible();
  await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
  await page.goto("/cart");
  await expect(placement(page, "cart").locator("[data-offer]").first()).toBeVisible();
  const stored = await page.evaluate(() =>
    [...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((key) => key.startsWith("goeswith")),
  );
  expect(stored).toEqual(["goeswith.refusals"]);
  expect(sent).toEqual([]);
});

test("@chromium the trace tells platform, anchors and the fate of every candidate", async ({ page }) => {
  await page.goto("/p/aster-9?goeswith=trace");
  const trace = page.locator("goes-with-trace");
  await expect(trace.getByText(/Platform markup, shop lumen/)).toBeVisible();
  await expect(trace.getByText(/Anchors found: product, drawer/)).toBeVisible();
  await expect(trace.getByRole("row").filter({ hasText: "price-band" }).first()).toBeVisible();
});

test("the widget leaves nothing behind when it is stopped", async ({ page }) => {
  await page.goto("/p/aster-9");
  await expect(placement(page, "product").locator("[data-offer]").first()).toBeVisible();
  await page.evaluate(() => (globalThis as unknown as { goesWith(name: string): void }).goesWith("stop"));
  await expect(page.locator("goes-with-offers")).toHaveCount(0);
});
