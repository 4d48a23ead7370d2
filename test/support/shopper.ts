import { expect, type Locator, type Page } from "@playwright/test";
import type { ReportFigures } from "../../widget/types/report.ts";

/** What a shopper sees and does in the demo shop. Our parts stand in open shadow roots, which roles and names reach through. */

export const placement = (page: Page, name: string): Locator => page.locator(`goes-with[placement=${name}]`);

/** Titles of the offers that stand in a place, in their order. */
export const titles = async (place: Locator): Promise<readonly string[]> => place.locator("[data-offer] .title").allInnerTexts();

/** Ids of the offers on the page, hidden ones too. */
export const offerIds = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("goes-with-offers")].flatMap((host) => {
      const root = host.shadowRoot;
      return root ? [...root.querySelectorAll("[data-offer]")].map((row) => row.getAttribute("data-offer") ?? "") : [];
    }),
  );

/** Puts products into the shop's cart as its own pages do. */
export async function fillCart(
  page: Page,
  ...items: readonly { readonly product: string; readonly variant?: string; readonly quantity?: number }[]
): Promise<void> {
  await page.goto("/?tag=off");
  for (const item of items) {
    const answer = await page.request.post("/api/cart/add", { data: { quantity: 1, ...item } });
    expect(answer.ok(), `the shop takes ${item.product}`).toBe(true);
  }
}

/** What the shop's server says is in the cart: product, variant and quantity of each line. */
export async function cartLines(page: Page): Promise<readonly string[]> {
  const answer = (await (await page.request.get("/api/cart")).json()) as {
    cart: { lines: readonly { product: string; variant?: string; quantity: number }[] };
  };
  return answer.cart.lines.map(({ product, variant, quantity }) => `${quantity} ${variant ?? product}`).sort();
}

export async function acceptMeasuring(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Accept measuring" }).click();
}

/** The shop's own report, through the demo's address. */
export async function report(page: Page): Promise<ReportFigures> {
  return (await (await page.request.get("/report/data?zone=UTC")).json()) as ReportFigures;
}

/** Declines the first offer of a place, which then asks why. */
export async function declineFirst(place: Locator): Promise<void> {
  await place
    .getByRole("button", { name: /^No thanks/ })
    .first()
    .click();
  await expect(place.getByRole("button", { name: "Not for me" })).toBeVisible();
}
