import { expect, test } from "@playwright/test";
import { acceptMeasuring, cartLines, placement, report } from "../support/shopper.ts";
import { walkJourney } from "../support/walkJourney.ts";

test("a phone with its case, swapped for the bigger one, undone, and ordered with the bump: all of it is in the report", async ({
  page,
}) => {
  await walkJourney(page);
});

test("a refused offer is not seen again on the next steps, nor is its kind", async ({ page }) => {
  await page.goto("/p/aster-9");
  const list = placement(page, "product");
  await list.getByRole("button", { name: /No thanks.*Clear case for Aster 9/ }).click();
  await expect(list.getByRole("button", { name: "Not for me" })).toBeVisible();
  await list.getByRole("button", { name: "Not for me" }).click();
  await expect(list.getByRole("button", { name: /Leather folio/ })).toHaveCount(0);
  await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
  await expect.poll(() => cartLines(page)).toHaveLength(1);
  for (const path of ["/cart", "/checkout"]) {
    await page.goto(path);
    await expect(page.locator("goes-with [data-offer]").first()).toBeVisible();
    await expect(page.locator("[data-offer*=clear-], [data-offer*=folio-]")).toHaveCount(0);
  }
});

test("@chromium the drawer that opens after an add has offers for what is in it, without another press", async ({ page }) => {
  await page.goto("/p/aster-9");
  await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
  await expect(placement(page, "drawer").locator("[data-offer]").first()).toBeVisible();
});

test("@chromium refusals and answers reach the report", async ({ page }) => {
  const tooDear = async () => (await report(page)).refusals["too-dear"] ?? 0;
  const before = await tooDear();
  await page.goto("/p/studio-one");
  await acceptMeasuring(page);
  const list = placement(page, "product");
  await list
    .getByRole("button", { name: /^No thanks/ })
    .first()
    .click();
  await list.getByRole("button", { name: "Too dear" }).click();
  await expect.poll(tooDear, { timeout: 4000 }).toBe(before + 1);
});

test("@chromium a warranty belongs to its phone, and follows it out of the cart only when the shopper says so", async ({ page }) => {
  await page.goto("/?tag=off");
  const add = (data: object) => page.request.post("/api/cart/add", { data: { quantity: 1, ...data } });
  await add({ product: "vela-10" });
  const key = ((await (await page.request.get("/api/cart")).json()) as { cart: { lines: { key: string }[] } }).cart.lines[0]?.key;
  await add({ product: "care-phone-2", boundTo: key });
  await page.goto("/cart");
  const main = page.locator("main");
  await expect(main.locator("[data-offer]").first()).toBeVisible();
  await main
    .getByRole("button", { name: /Remove/ })
    .first()
    .click();
  await expect(main.getByText(/Remove Lumen Care for phones, 2 years\?/)).toBeVisible();
  expect(await cartLines(page)).toEqual(["1 care-phone-2"]);
});

test("@chromium rules that the model carries show with their words and keep back what they forbid, where a page asks for them", async ({
  page,
}) => {
  await page.goto("/p/vela-10?config=/configs/folded.json");
  const list = placement(page, "product");
  await expect(list.locator("[data-offer*='.bag-sling']").first()).toBeVisible();
  await expect(list.getByText("Carry it safely").first()).toBeVisible();
  for (const [query, times] of [
    ["", 1],
    ["?config=/configs/folded.json", 0],
  ] as const) {
    await page.goto(`/p/terra-x${query}`);
    await expect(list.locator("[data-offer*='.clear-terra-x']")).toBeVisible();
    await expect(list.locator("[data-offer*='.glass-terra-x']")).toHaveCount(times);
  }
});
