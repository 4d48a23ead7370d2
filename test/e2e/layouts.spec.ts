import { expect, test } from "@playwright/test";
import { cartLines, placement } from "../support/shopper.ts";

test("@chromium the bundle: nothing is ticked, the sum follows, one press buys the phone and what is ticked", async ({ page }) => {
  await page.goto("/p/aster-9?config=/configs/bundle.json");
  const bundle = placement(page, "product").getByRole("region", { name: "Goes with this" });
  await expect(bundle.getByText("Total: €599.00")).toBeVisible();
  await expect(bundle.getByRole("checkbox", { checked: true })).toHaveCount(0);
  const box = bundle.getByRole("checkbox", { name: /Clear case for Aster 9/ });
  await box.focus();
  await page.keyboard.press("Space");
  await expect(bundle.getByText("Total: €618.90")).toBeVisible();
  await bundle.getByRole("button", { name: "Add 2 items to cart" }).click();
  await expect(placement(page, "product").getByRole("status").filter({ hasText: "is in your cart" })).toHaveCount(1);
  await expect.poll(async () => (await cartLines(page)).join()).toMatch(/^1 aster-9[^,]*,1 clear-aster-9$/);
  await expect(bundle.getByRole("button", { name: "Added ✓" })).toBeVisible();
});

test("@chromium the strip: arrow keys and buttons scroll it, its ends are told, and it does not move by itself", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/p/aster-9?config=/configs/strip.json");
  const strip = placement(page, "product").getByRole("region", { name: "Goes with this" });
  const list = strip.getByRole("list");
  const [previous, next] = [strip.getByRole("button", { name: "Previous" }), strip.getByRole("button", { name: "Next" })];
  const at = () => list.evaluate(({ scrollLeft }) => Math.round(scrollLeft));
  await expect(previous).toHaveAttribute("aria-disabled", "true");
  await expect(next).toHaveAttribute("aria-disabled", "false");
  expect(await at()).toBe(0);

  await strip
    .getByRole("button", { name: /^No thanks/ })
    .first()
    .focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(at).toBeGreaterThan(100);

  await next.focus();
  const isAtEnd = async () => (await next.getAttribute("aria-disabled")) === "true";
  while (!(await isAtEnd())) {
    const before = await at();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await isAtEnd()) || (await at()) > before).toBe(true);
  }
  await expect(next).toBeFocused();
  await expect(next).toHaveAttribute("aria-disabled", "true");
  await expect(previous).toHaveAttribute("aria-disabled", "false");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
