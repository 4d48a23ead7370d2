import { expect, type Page, test } from "@playwright/test";
import { expectFocus, focused, pressUntilSeen, tabTo } from "../support/assist.ts";
import { cartLines, fillCart, placement } from "../support/shopper.ts";

const PHONE = { product: "aster-9", variant: "aster-9-512-midnight" };

async function openCart(page: Page) {
  await fillCart(page, PHONE);
  await page.goto("/cart");
  const place = placement(page, "cart");
  await expect(place.locator("[data-offer]").first()).toBeVisible();
  await pressUntilSeen(page, page.getByRole("button", { name: "Swap Aster 9 for Aster 9 Plus" }));
  return place;
}

test("row 124: everything can be done with the keyboard, in and out of our parts again", async ({ page }) => {
  test.slow();
  const place = await openCart(page);
  // No trap: backwards out of ours to the shop's own button, and in the end forwards to its footer.
  await tabTo(page, /^Add .* to cart/);
  await tabTo(page, /^Checkout$/, true);
  await tabTo(page, /^Add .* to cart/);
  await page.keyboard.press("Enter");
  await expect.poll(() => cartLines(page)).toHaveLength(2);
  await expect(place.getByRole("status")).toHaveText(/is in your cart/);
  await expectFocus(page);
  await tabTo(page, /^No thanks/);
  await page.keyboard.press("Space");
  await expect(place.getByRole("button", { name: "Not for me" })).toBeVisible();
  await expectFocus(page);
  await tabTo(page, /^Not for me/);
  await page.keyboard.press("Enter");
  await expect(place.getByRole("status")).toHaveText("Thank you.");
  await expectFocus(page);
  await tabTo(page, /^Privacy choices$/);
});

test("row 125: the focus is never lost, whatever goes or is drawn anew @chromium", async ({ page }) => {
  const place = await openCart(page);
  await test.step("after a swap, though the shop draws the line anew", async () => {
    await tabTo(page, /^Swap Aster 9 for Aster 9 Plus/);
    await page.keyboard.press("Enter");
    await expect.poll(() => cartLines(page)).toEqual(["1 aster-9-plus-512-midnight"]);
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Swapped.*Aster 9 Plus/);
  });
  await test.step("after it is undone", async () => {
    await tabTo(page, /^Undo: Aster 9 Plus/);
    await page.keyboard.press("Enter");
    await expect.poll(() => cartLines(page)).toEqual(["1 aster-9-512-midnight"]);
    await expectFocus(page);
  });
  await test.step("while the shop draws its sections anew around a focused control of ours", async () => {
    await tabTo(page, /^Add .* to cart/);
    const before = await focused(page);
    await changeCart(page, "quantity", { quantity: 2 });
    await expect.poll(() => cartLines(page)).toEqual(["2 aster-9-512-midnight"]);
    await expect(page.locator("[data-goeswith-line]").first()).toBeVisible();
    expect(await focused(page)).toEqual(before);
  });
  await test.step("after a refusal, on the question why", async () => {
    await tabTo(page, /^No thanks/);
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await focused(page)).name).toContain("why");
  });
  await test.step("after the last line left the cart, and every offer with it", async () => {
    await changeCart(page, "remove", {});
    await expect(place.locator("[data-offer]")).toHaveCount(0);
    await expectFocus(page);
  });
});

/** The first line changes in another tab: this one hears of it and draws its sections anew. */
async function changeCart(page: Page, what: string, body: object): Promise<void> {
  const key = await page.locator("main [data-goeswith-line]").first().getAttribute("data-goeswith-line");
  await page.request.post(`/api/cart/${what}`, { data: { key, ...body } });
  await page.evaluate(() => dispatchEvent(new StorageEvent("storage", { key: "lumen.cart" })));
}

test("row 128: no control with the focus is hidden behind what sticks to the window's edges @chromium", async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 480 });
  await fillCart(page, PHONE);
  await page.goto("/p/aster-9");
  await expect(placement(page, "product").locator("[data-offer]").first()).toBeAttached();
  await page.evaluate(() => {
    for (const edge of ["top", "bottom"]) {
      const bar = document.body.appendChild(document.createElement("aside"));
      Object.assign(bar.style, { position: "fixed", [edge]: "0", insetInline: "0", height: "100px", zIndex: "99", background: "silver" });
    }
  });
  /** How much of the control with the focus can be seen, of nine points; `undefined` outside our parts. */
  const seen = () =>
    page.evaluate(async () => {
      // What a frame brings has been painted when the next one begins.
      for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next));
      const root = document.activeElement?.localName === "goes-with-offers" && document.activeElement.shadowRoot;
      const control = root && root.activeElement;
      if (!control) return undefined;
      const { left, top, width, height } = control.getBoundingClientRect();
      const parts = [0.25, 0.5, 0.75];
      return parts.flatMap((x) => parts.filter((y) => control.contains(root.elementFromPoint(left + x * width, top + y * height)))).length;
    });
  const walk = async (key: string) => {
    const counts: (number | undefined)[] = [];
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press(key);
      counts.push(await seen());
    }
    const ours = counts.filter((count) => count !== undefined);
    expect(ours.length).toBeGreaterThan(8);
    expect(ours.filter((count) => count < 9)).toEqual([]);
  };
  await walk("Tab");
  await walk("Shift+Tab");
});
