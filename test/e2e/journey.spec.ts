import { expect, test } from "@playwright/test";
import { acceptMeasuring, cartLines, placement, report } from "../support/shopper.ts";

/** One shopper, from the product page to the thank-you page and into the merchant's report. */
test("a phone with its case, swapped for the bigger one, undone, and ordered with the bump: all of it is in the report", async ({
  page,
}) => {
  const before = await report(page);
  await page.goto("/p/aster-9?variant=aster-9-512-midnight");
  await acceptMeasuring(page);

  await test.step("the case goes into the cart with the phone", async () => {
    await placement(page, "product").getByRole("button", { name: "Add Clear case for Aster 9 to cart" }).click();
    await expect(placement(page, "product").getByRole("status").first()).toHaveText("Clear case for Aster 9 is in your cart");
    await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
    await expect.poll(() => cartLines(page)).toEqual(["1 aster-9-512-midnight", "1 clear-aster-9"]);
  });

  await page.goto("/cart");
  const cart = page.locator("main");
  await test.step("the phone is swapped for the bigger one", async () => {
    await cart.getByRole("button", { name: "Swap Aster 9 for Aster 9 Plus" }).click();
    await expect.poll(() => cartLines(page)).toEqual(["1 aster-9-plus-512-midnight", "1 clear-aster-9"]);
  });

  await test.step("the case that no longer fits is named and exchanged with one press", async () => {
    await expect(cart.getByText("Clear case for Aster 9 does not fit Aster 9 Plus")).toBeVisible();
    await cart.getByRole("button", { name: /Exchange for Clear case for Aster 9 Plus/ }).click();
    await expect.poll(() => cartLines(page)).toEqual(["1 aster-9-plus-512-midnight", "1 clear-aster-9-plus"]);
  });

  await test.step("one press undoes both", async () => {
    await cart.getByRole("button", { name: "Undo: Aster 9 Plus" }).click();
    await expect.poll(() => cartLines(page)).toEqual(["1 aster-9-512-midnight", "1 clear-aster-9"]);
  });

  // Half in sight for a second counts as seen.
  await expect.poll(async () => (await report(page)).total.seen, { timeout: 5000 }).toBeGreaterThan(before.total.seen);
  await page.goto("/checkout");
  const fields = { email: "ada@example.test", name: "Ada", street: "Long Lane 1", postcode: "1234", city: "Riverton" };
  for (const [name, value] of Object.entries(fields)) await page.locator(`input[name=${name}]`).fill(value);

  await test.step("ticking the bump leaves every filled field filled", async () => {
    const bump = placement(page, "checkout").getByRole("checkbox");
    await expect(bump).not.toBeChecked();
    await bump.click();
    await expect(bump).toBeChecked();
    await expect.poll(() => cartLines(page)).toHaveLength(3);
    for (const [name, value] of Object.entries(fields)) await expect(page.locator(`input[name=${name}]`)).toHaveValue(value);
  });

  await page.getByRole("button", { name: "Place the order" }).click();
  await expect(page).toHaveURL(/\/thanks\//);

  await test.step("the report has every one of those facts within two seconds", async () => {
    const growth = async () => {
      const { total, extraSales } = await report(page);
      const sold = (list: typeof extraSales) => list.reduce((sum, { lines }) => sum + lines, 0);
      return {
        taken: total.taken - before.total.taken,
        undone: total.undone - before.total.undone,
        ordered: sold(extraSales) - sold(before.extraSales),
      };
    };
    await expect.poll(growth, { timeout: 4000 }).toEqual({ taken: 3, undone: 1, ordered: 2 });
  });
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

test("the drawer that opens after an add has offers for what is in it, without another press", async ({ page }) => {
  await page.goto("/p/aster-9");
  await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
  await expect(placement(page, "drawer").locator("[data-offer]").first()).toBeVisible();
});

test("refusals and answers reach the report", async ({ page }) => {
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

test("a warranty belongs to its phone, and follows it out of the cart only when the shopper says so", async ({ page }) => {
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
