import { expect, type Page, test } from "@playwright/test";
import { acceptMeasuring, cartLines, declineFirst, placement, report } from "./shopper.ts";

/** What a test may look at on each page of the journey before it is left. */
export type Leaving = () => Promise<void>;

const FIELDS = { email: "ada@example.test", name: "Ada", street: "Long Lane 1", postcode: "1234", city: "Riverton" };

/**
 * One shopper, from the product page to the thank-you page and into the merchant's report: a phone with its case, swapped for the bigger one,
 * exchanged, undone, another offer refused, and ordered with the bump. `search` goes with the first page's address.
 */
export async function walkJourney(
  page: Page,
  { search = "", leaving = async () => {} }: { search?: string; leaving?: Leaving } = {},
): Promise<void> {
  // Four pages and a report take their time where other browsers run beside this one.
  test.slow();
  const happened = await hearHappenings(page);
  const before = await report(page);
  await page.goto(`/p/aster-9?variant=aster-9-512-midnight${search}`);
  await acceptMeasuring(page);
  await buyWithCase(page);
  await leaving();

  await page.goto("/cart");
  await swapAndUndo(page);
  await refuse(page);
  // Half in sight for a second counts as seen.
  await expect.poll(async () => (await report(page)).total.seen, { timeout: 10_000 }).toBeGreaterThan(before.total.seen);
  await leaving();

  await page.goto("/checkout");
  await tickBump(page);
  await leaving();
  await page.getByRole("button", { name: "Place the order" }).click();
  await expect(page).toHaveURL(/\/thanks\//);

  await test.step("the report has every one of those facts", async () => {
    // What happened on these very pages is exact; the report also grows by what others do at the same time.
    const types = ["added", "swapped", "undone", "dismissed", "ordered"] as const;
    await expect.poll(() => types.map((type) => happened.filter((one) => one === type).length)).toEqual([2, 1, 1, 1, 1]);
    const grown = async () => {
      const { total, extraSales } = await report(page);
      const sold = (list: typeof extraSales) => list.reduce((sum, { lines }) => sum + lines, 0);
      return (
        total.taken - before.total.taken >= 3 && total.undone - before.total.undone >= 1 && sold(extraSales) - sold(before.extraSales) >= 2
      );
    };
    await expect.poll(grown).toBe(true);
  });
  await leaving();
}

const MARK = "happened: ";

/** What has happened on any page so far, by type. */
async function hearHappenings(page: Page): Promise<readonly string[]> {
  const types: string[] = [];
  page.on("console", (message) => message.text().startsWith(MARK) && types.push(message.text().slice(MARK.length)));
  await page.addInitScript((mark) => {
    const heard = ({ type }: { readonly type: string }) => console.info(mark + type);
    const stub = (...call: unknown[]) => void stub.q.push(call);
    stub.q = [["on", heard]] as unknown[][];
    Object.assign(globalThis, { goesWith: stub });
  }, MARK);
  return types;
}

const buyWithCase = (page: Page) =>
  test.step("the case goes into the cart with the phone", async () => {
    await placement(page, "product").getByRole("button", { name: "Add Clear case for Aster 9 to cart" }).click();
    await expect(placement(page, "product").getByRole("status").first()).toHaveText("Clear case for Aster 9 is in your cart");
    await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
    await expect.poll(() => cartLines(page)).toEqual(["1 aster-9-512-midnight", "1 clear-aster-9"]);
  });

async function swapAndUndo(page: Page): Promise<void> {
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
}

const refuse = (page: Page) =>
  test.step("another offer is refused", async () => {
    const list = placement(page, "cart");
    await declineFirst(list);
  });

const tickBump = (page: Page) =>
  test.step("ticking the bump leaves every filled field filled", async () => {
    for (const [name, value] of Object.entries(FIELDS)) await page.locator(`input[name=${name}]`).fill(value);
    const bump = placement(page, "checkout").getByRole("checkbox");
    await expect(bump).not.toBeChecked();
    await bump.click();
    await expect(bump).toBeChecked();
    await expect.poll(() => cartLines(page)).toHaveLength(3);
    for (const [name, value] of Object.entries(FIELDS)) await expect(page.locator(`input[name=${name}]`)).toHaveValue(value);
  });
