import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "../support/hostPage.ts";
import { fillCart, placement } from "../support/shopper.ts";

/** Every step at which offers stand, and how a shopper gets there. */
const STEPS: Readonly<Record<string, (page: Page) => Promise<Locator>>> = {
  product: async (page) => {
    await page.goto("/p/aster-9");
    return placement(page, "product");
  },
  drawer: async (page) => {
    await page.goto("/p/aster-9");
    await page.locator("[data-cart-open]").click();
    return placement(page, "drawer");
  },
  cart: async (page) => {
    await page.goto("/cart");
    return page.locator("main");
  },
  checkout: async (page) => {
    await page.goto("/checkout");
    return placement(page, "checkout");
  },
};

/** Width and height of what is pressed: of a box, its label's. */
async function sizeOf(control: Locator): Promise<readonly [width: number, height: number]> {
  return control.evaluate((element) => {
    const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
    return [width, height] as const;
  });
}

const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label") ?? element?.localName ?? "";
  });

test.describe("honest offers", { tag: "@chromium" }, () => {
  test.beforeEach(({ page }) => fillCart(page, { product: "aster-9" }, { product: "folia-14" }));

  for (const [step, open] of Object.entries(STEPS)) {
    test(`rows 121 and 122: on the ${step} nothing is chosen beforehand, declining is as easy as accepting, and nothing presses`, async ({
      page,
    }) => {
      const place = await open(page);
      const rows = place.locator("[data-offer]");
      await expect(rows.first()).toBeVisible();
      await expect(place.locator("goes-with-offers :checked:not(option), goes-with-offers [aria-checked=true]")).toHaveCount(0);
      for (const row of await rows.all()) {
        const accept = row
          .locator("input[type=checkbox]")
          .or(row.getByRole("button", { name: /^(Add|Swap) / }))
          .first();
        const decline = row.getByRole("button", { name: /^No thanks/ });
        if ((await accept.count()) === 0) continue;
        const [yes, no] = [await sizeOf(accept), await sizeOf(decline)];
        const isBox = (await row.locator("input[type=checkbox]").count()) > 0;
        for (const side of [0, 1] as const) {
          const ratio = no[side] / yes[side];
          expect(ratio, `${yes.join("×")} and ${no.join("×")}`).toBeGreaterThanOrEqual(0.9);
          // A box is as wide as the words beside it.
          if (!isBox || side === 1) expect(ratio, `${yes.join("×")} and ${no.join("×")}`).toBeLessThanOrEqual(1.1);
        }
        await accept.focus();
        await page.keyboard.press("Tab");
        expect(await focused(page)).toMatch(/^No thanks/);
      }

      const parts = place.locator("goes-with-offers").locator("section");
      const words = (await parts.allInnerTexts()).join("\n");
      expect(words).not.toMatch(
        /\d ?%|\b(save|saving|was|instead of \D?\d|only \d|left|last chance|hurry|ends? in|today only|people|selling fast)\b/i,
      );
      expect(words).not.toMatch(/\d{1,2}:\d{2}/);
      await expect(place.locator("goes-with-offers").locator("s, del, strike, time, [role=timer]")).toHaveCount(0);
      const lines = await parts.locator("*").evaluateAll((all) => all.map((one) => getComputedStyle(one).textDecorationLine));
      expect(lines.filter((line) => line.includes("line-through"))).toEqual([]);
    });
  }

  test("row 122: a card that claims a higher price before has no more to show", async ({ page }) => {
    const claims = { was: 9999, compareAt: 9999, listPrice: 9999, lowest30d: 9999, discount: 40, stock: 1, left: 1, endsAt: "2030-01-01" };
    await page.route(/\/model\/[^/]+\/\d+\.json/, async (route) => {
      const shard = (await (await route.fetch()).json()) as { cards: Record<string, object> };
      const cards = Object.fromEntries(Object.entries(shard.cards).map(([id, card]) => [id, { ...card, ...claims }]));
      await route.fulfill({ json: { ...shard, cards } });
    });
    await page.route(/\/api\/products/, async (route) => {
      const { products } = (await (await route.fetch()).json()) as { products: readonly object[] };
      await route.fulfill({ json: { products: products.map((product) => ({ ...product, ...claims })) } });
    });
    await page.goto("/p/vela-10");
    const place = placement(page, "product");
    await expect(place.locator("[data-offer]").first()).toBeVisible();
    expect((await place.locator("[data-offer]").allInnerTexts()).join()).not.toMatch(/99[.,]99|9[.,]?999|40|2030/);
    await expect(place.locator("s, del, strike")).toHaveCount(0);
  });

  test("row 121: what was dismissed is not offered on the next pages", async ({ page }) => {
    await page.goto("/cart");
    const row = placement(page, "cart").locator("[data-offer]").first();
    const product = (await row.getAttribute("data-offer"))?.split(".").at(-1) ?? "";
    expect(product).not.toBe("");
    await row.getByRole("button", { name: /^No thanks/ }).click();
    await expect(placement(page, "cart").getByRole("button", { name: "Not for me" })).toBeVisible();
    for (const path of ["/p/aster-9", "/cart", "/checkout"]) {
      await page.goto(path);
      await expect(page.locator("goes-with [data-offer]").first()).toBeAttached();
      await expect(page.locator(`[data-offer$=".${product}"]`)).toHaveCount(0);
    }
  });
});
