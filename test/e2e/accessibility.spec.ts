import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { acceptMeasuring, cartLines, fillCart, placement } from "../support/shopper.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong in our parts of the page, by the rules of WCAG 2.2 AA. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: readonly Finding[] }> };
    };
    const include = [["goes-with"], ["[data-goeswith-line]"]].filter(([selector]) => document.querySelector(selector as string));
    return tool.run({ include }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

for (const theme of ["light", "dark"]) {
  for (const [name, path] of [
    ["product", "/p/aster-9"],
    ["cart", "/cart"],
    ["checkout", "/checkout"],
  ] as const) {
    test(`row 123: axe finds nothing on the ${name} page, ${theme}`, async ({ page }) => {
      await fillCart(page, { product: "vela-10" });
      await page.goto(`${path}?theme=${theme}`);
      await expect(placement(page, name).locator("[data-offer]").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
}

test("row 123: axe finds nothing in the drawer, after an add and after a refusal", async ({ page }) => {
  await page.goto("/p/aster-9");
  await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
  const drawer = placement(page, "drawer");
  await drawer
    .getByRole("button", { name: /^Add .* to cart/ })
    .first()
    .click();
  await expect(drawer.getByRole("status")).toHaveText(/is in your cart/);
  await drawer
    .getByRole("button", { name: /^No thanks/ })
    .first()
    .click();
  await expect(drawer.getByRole("button", { name: "Not for me" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("row 124: everything can be done with the keyboard, and the focus is never lost", async ({ page, browserName }) => {
  await fillCart(page, { product: "aster-9", variant: "aster-9-512-midnight" });
  await page.goto("/cart");
  await acceptMeasuring(page);
  const place = placement(page, "cart");
  await expect(place.locator("[data-offer]").first()).toBeVisible();
  /** Tabs until a control of that name has the focus; the deepest active element tells. */
  const tabTo = async (name: RegExp) => {
    for (let press = 0; press < 80; press++) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.getAttribute("aria-label") ?? active?.textContent ?? "";
      });
      if (name.test(now)) return;
    }
    throw new Error(`no control named ${name} in ${browserName}`);
  };
  const deepest = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.localName;
    });
  await page.locator("h1").click();
  await tabTo(/^Add .* to cart/);
  await page.keyboard.press("Enter");
  await expect.poll(() => cartLines(page)).toHaveLength(2);
  await expect(place.getByRole("status")).toHaveText(/is in your cart/);
  expect(await deepest()).not.toBe("body");
  await tabTo(/^No thanks/);
  await page.keyboard.press("Space");
  await expect(place.getByRole("button", { name: "Not for me" })).toBeVisible();
  expect(await deepest()).not.toBe("body");
  await tabTo(/^Not for me/);
  await page.keyboard.press("Enter");
  expect(await deepest()).not.toBe("body");
});
