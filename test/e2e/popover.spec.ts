import { expect, type Locator, type Page, test } from "@playwright/test";
import { focused, pressUntilSeen } from "../support/assist.ts";
import { fillCart, placement } from "../support/shopper.ts";

const opener = (place: Page | Locator) => place.getByRole("button", { name: /^Why this\?/ });
const why = (page: Page) => page.getByRole("dialog", { name: "Why this?" });
const drawer = (page: Page) => page.locator("#cart-drawer");

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error("it is not there");
  return box;
}

/** Whether all of it stands inside the window; its place is found a moment after it is drawn. */
const expectInView = (page: Page, part: Locator) =>
  expect
    .poll(async () => {
      const { x, y, width, height } = await boxOf(part);
      const view = page.viewportSize()!;
      return x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
    })
    .toBe(true);

async function openDrawer(page: Page) {
  await page.goto("/p/aster-9");
  await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
  await expect(drawer(page)).toHaveAttribute("open");
  return opener(placement(page, "drawer")).first();
}

test("row 124: the evidence opens, closes and gives the focus back by the keyboard alone", async ({ page }) => {
  await page.goto("/p/aster-9");
  const first = opener(page).first();
  const name = (await first.getAttribute("aria-label"))!;
  expect(name).toContain(await first.innerText());
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(why(page)).toBeVisible();
  await expect(first).toHaveAttribute("aria-expanded", "true");
  await expect(why(page)).toContainText("Nobody paid for this place.");
  await expect.poll(async () => (await focused(page)).name).toBe("Why this?");
  await page.keyboard.press("Tab");
  expect((await focused(page)).name).toBe("Close");
  await page.keyboard.press("Enter");
  await expect(why(page)).toHaveCount(0);
  expect((await focused(page)).name).toBe(name);
  await page.keyboard.press("Space");
  await expect(why(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(why(page)).toHaveCount(0);
  expect((await focused(page)).name).toBe(name);
  await expect(first).toHaveAttribute("aria-expanded", "false");
  // The way out at the other end is no trap either.
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await focused(page)).name).toBe("Why this?");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(why(page)).toHaveCount(0);
  expect((await focused(page)).tag).not.toBe("body");
});

test("@chromium row 71: Escape closes ours and leaves the page's dialog under it open", async ({ page }) => {
  const first = await openDrawer(page);
  await first.click();
  await expect(why(page)).toBeVisible();
  await expectInView(page, why(page));
  await page.keyboard.press("Escape");
  await expect(why(page)).toHaveCount(0);
  await expect(drawer(page)).toHaveAttribute("open");
  await page.keyboard.press("Escape");
  await expect(drawer(page)).not.toHaveAttribute("open");
});

test("@chromium row 71: Escape closes the page's dialog above ours", async ({ page }) => {
  await page.goto("/p/aster-9");
  await opener(page).first().click();
  await expect(why(page)).toBeVisible();
  await page.evaluate(() => document.querySelector<HTMLDialogElement>("#cart-drawer")!.showModal());
  await page.keyboard.press("Escape");
  await expect(drawer(page)).not.toHaveAttribute("open");
});

test("@chromium a press outside closes and does what it does; only one is open at a time", async ({ page }) => {
  await page.goto("/p/aster-9");
  await opener(page).first().click();
  await expect(why(page)).toHaveCount(1);
  await opener(page).last().focus();
  await page.keyboard.press("Enter");
  await expect(opener(page).last()).toHaveAttribute("aria-expanded", "true");
  await expect(why(page)).toHaveCount(1);
  await page.evaluate(() =>
    addEventListener("click", ({ target }) => ((globalThis as { pressed?: string }).pressed = (target as Element).localName)),
  );
  await page.locator("h1").click();
  await expect(why(page)).toHaveCount(0);
  expect(await page.evaluate(() => (globalThis as { pressed?: string }).pressed)).toBe("h1");
});

test("@chromium it stands under the start of its opener, in a page from right to left too", async ({ page }) => {
  await page.route(/\/p\/aster-9$/, async (route) => {
    const markup = await (await route.fetch()).text();
    await route.fulfill({ contentType: "text/html", body: markup.replace('lang="en"', 'lang="ar" dir="rtl"') });
  });
  await page.goto("/p/aster-9");
  const first = page.locator(".why").first();
  await first.click();
  const end = async (part: Locator) => {
    const { x, width } = await boxOf(part);
    return x + width;
  };
  await expect.poll(async () => Math.abs((await end(page.locator(".above"))) - (await end(first)))).toBeLessThan(1);
});

for (const size of [
  { width: 480, height: 420 },
  { width: 1280, height: 420 },
])
  test(`@chromium it never leaves a window ${size.width} pixels wide${size.width > 480 ? " @long" : ""}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto("/p/aster-9");
    await expect(opener(page).first()).toBeVisible();
    for (const one of [opener(page).first(), opener(page).last()]) {
      await one.click();
      await expectInView(page, why(page));
      await page.keyboard.press("Escape");
      await expect(why(page)).toHaveCount(0);
    }
  });

test("on a narrow screen it opens in the flow, under its opener", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto("/p/aster-9");
  const first = opener(page).first();
  await first.click();
  const words = page.getByText("Nobody paid for this place.");
  await expect(words).toBeVisible();
  await expect(why(page)).toHaveCount(0);
  const above = await boxOf(first);
  const below = await boxOf(words);
  expect(below.y).toBeGreaterThan(above.y + above.height - 8);
  expect(below.x + below.width).toBeLessThanOrEqual(360);
  await page.keyboard.press("Escape");
  await expect(words).toHaveCount(0);
  await first.click();
  await expect(words).toBeVisible();
  await first.click();
  await expect(words).toHaveCount(0);
});

test("@chromium nothing moves when the reasons become openers", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/takeOver-/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/p/aster-9");
  const parts = page.locator("[data-offer], [data-offer] .reason, [data-offer] .actions");
  await expect(parts.first()).toBeVisible();
  const boxes = () => parts.evaluateAll((list) => list.map((part) => JSON.stringify(part.getBoundingClientRect())));
  await expect(opener(page)).toHaveCount(0);
  const before = await boxes();
  release();
  await expect(opener(page).first()).toBeVisible();
  expect(await boxes()).toEqual(before);
});

test("the comparison of an alternative with a line of the cart is a table @chromium", async ({ page }) => {
  await fillCart(page, { product: "aster-9", variant: "aster-9-512-midnight" });
  await page.goto("/cart");
  const compare = page.getByRole("button", { name: "Compare: Aster 9 Plus" });
  await pressUntilSeen(page, compare);
  await compare.click();
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await expect(dialog.getByRole("columnheader")).toHaveText(["Aster 9", "Aster 9 Plus"]);
  await expect(dialog.getByRole("rowheader", { name: "Screen" })).toBeVisible();
  await expect(dialog.getByRole("cell", { name: /better$/ }).first()).toBeVisible();
  await expectInView(page, dialog);
});

test("a list too narrow for its names opens them whole @chromium", async ({ page }) => {
  const variants = ["Midnight", "Sand"].map((colour) => ({
    id: colour,
    options: { Colour: `${colour}, brushed by hand, with a strap of the same colour and a buckle of steel` },
  }));
  await page.route(/\/model\/[^/]+\/\d+\.json/, async (route) => {
    const shard = (await (await route.fetch()).json()) as { cards: Record<string, object> };
    const cards = Object.fromEntries(Object.entries(shard.cards).map(([id, card]) => [id, { ...card, variants }]));
    await route.fulfill({ json: { ...shard, cards } });
  });
  await page.goto("/p/aster-9");
  await expect(opener(page).first()).toBeVisible();
  const select = placement(page, "product").getByRole("combobox").first();
  await select.click();
  const dialog = page.getByRole("dialog", { name: "Choose" });
  await dialog.getByRole("radio", { name: /^Sand/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(select).toHaveValue("Sand");
  await expect(select).toBeFocused();
});

test("@chromium rows 104 and 105: nothing of it breaks the shop's strict policy", async ({ page }) => {
  const violations: string[] = [];
  await page.exposeFunction("noteViolation", (what: string) => void violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => {
      void (globalThis as unknown as { noteViolation(what: string): void }).noteViolation(`${violatedDirective} ${sample}`);
    });
  });
  await page.goto("/p/aster-9?csp=strict");
  await opener(page).first().click();
  await expectInView(page, why(page));
  await page.keyboard.press("Escape");
  await expect(why(page)).toHaveCount(0);
  expect(violations).toEqual([]);
});

// Firefox remembers for as long as the page lives what could not be loaded.
test("where it does not load nothing breaks, and the next press tries it again @chromium", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  let tries = 0;
  await page.route(/\/popover-/, (route) => (tries++ ? route.continue() : route.abort()));
  await page.goto("/p/aster-9");
  const first = opener(page).first();
  await first.click();
  await expect.poll(() => tries).toBe(1);
  await expect(first).toHaveAttribute("aria-expanded", "false");
  await first.click();
  await expect(why(page)).toBeVisible();
  expect(errors).toEqual([]);
});
