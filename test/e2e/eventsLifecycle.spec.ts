import { type Browser, expect } from "@playwright/test";
import { startKeepingBrowser } from "../support/browserWith.ts";
import { expectRows, readKept, record, test } from "../support/eventsTest.ts";

/** Pages that are left and come back, and shops without a certificate. */
test.describe("events", { tag: "@chromium" }, () => {
  let browser: Browser;
  test.beforeAll(async () => {
    browser = await startKeepingBrowser();
  });
  test.afterAll(() => browser.close());

  test("rows 24 and 48: a page that is left with events under way and comes back from the browser's cache sends each once more at most, and the next", async ({
    site,
  }) => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      addEventListener("pagehide", ({ persisted }) => sessionStorage.setItem("persisted", String(persisted)));
      addEventListener("pageshow", ({ persisted }) => persisted && document.body.setAttribute("data-back", ""));
    });
    site.collector.fail((n, store) => (n ? store() : { status: 503 }));
    await site.open(page);
    const ids = await record(page, 3);
    await expect.poll(() => site.collector.hits.length).toBe(1);
    await page.evaluate((url) => void (location.href = url), `${site.shop.origin}/empty`);
    await page.waitForURL(/empty/);
    expect(await page.evaluate(() => sessionStorage.getItem("persisted"))).toBe("true");
    await page.evaluate(() => history.back());
    await expect(page.locator("[data-back]")).toBeAttached();
    const more = await record(page, 1);
    await expectRows(site.collector, [...ids, ...more]);
    await expect.poll(async () => (await readKept(page)).events).toEqual([]);
    expect(site.collector.order).toHaveLength(4);
    await page.close();
  });

  test("row 31: on a shop without a certificate ids are made and the queue works, over pages", async ({ site }) => {
    const page = await browser.newPage();
    await page.goto(`${site.shop.origin.replace("127.0.0.1", "shop.test")}/p/one`);
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.randomUUID, typeof navigator.locks])).toEqual([
      false,
      "undefined",
      "undefined",
    ]);
    site.collector.fail(() => false);
    await page.evaluate((url) => window.openEvents({ url }), site.collector.url);
    const ids = await record(page, 50);
    await expect.poll(async () => (await readKept(page)).events.length).toBe(50);
    site.collector.fail(undefined);
    await page.reload();
    await page.evaluate((url) => window.openEvents({ url }), site.collector.url);
    await expectRows(site.collector, ids);
    await page.close();
  });
});
