import { expect, test } from "@playwright/test";
import { placement } from "../support/shopper.ts";

test("in Arabic the shop, the offers and their names run from right to left, and the model is read in Arabic @chromium", async ({
  page,
}) => {
  const model: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/model/")) model.push(pathname);
  });
  await page.goto("/p/aster-9?lang=ar");
  const offers = placement(page, "product");
  const first = offers.locator("[data-offer]").first();
  await expect(first).toContainText("غطاء شفاف لهاتف Aster 9");
  await expect(first).toContainText("19.90");
  const decline = (await first.getByRole("button", { name: "لا، شكراً" }).boundingBox())!;
  const accept = first.getByRole("button", { name: "إضافة غطاء شفاف لهاتف Aster 9 إلى السلة" });
  expect((await accept.boundingBox())!.x).toBeGreaterThan(decline.x);
  await accept.click();
  await expect(offers.getByRole("status").filter({ hasText: "في سلتك" })).toHaveCount(1);
  expect(model.filter((path) => !path.endsWith("/manifest.json")).every((path) => path.includes("/ar/"))).toBe(true);
  // The language stays the visitor's own on every later page.
  await page.goto("/cart");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("سلتك");
});

test("a language that is not spoken here gets English, and the page is told so @chromium", async ({ page }) => {
  await page.route("/p/aster-9", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('lang="en" dir="ltr"', 'lang="he" dir="rtl"') });
  });
  await page.goto("/p/aster-9");
  const host = page.locator("goes-with-offers").first();
  await expect(host).toHaveAttribute("lang", "en");
  await expect(host).toHaveAttribute("dir", "ltr");
});
