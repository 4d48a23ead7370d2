import { expect, type Page, test } from "@playwright/test";
import { fillCart, placement } from "../support/shopper.ts";
import { longestTaskOf } from "../support/tasks.ts";
import { bytesOf, transfersUntilOffer, waterfall, watchFirstOffer } from "../support/transfers.ts";

const SCRIPTS = /\/goeswith\/.*\.js$/;
const DATA = /\/(model|api)\//;

/** What a shopper's browser may be asked for until the first offer stands, in bytes on the wire. */
const BUDGET = { tag: 1000, scripts: 16_000, data: 20_000 };
const ROUNDS = 4;
/** Where a variant has to be chosen the parts for it come too, one round later. */
const RARE = { scripts: 16_700, rounds: 5 };
const TASK_MS = 50;
/** 1.6 Mbit/s and 150 ms round trip. */
const SLOW = { offline: false, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8, latency: 150 };
const SLOW_MS = 2500;

const cdp = (page: Page) => page.context().newCDPSession(page);

test.describe("weight @chromium", () => {
  test("until the first offer the tag, all scripts and all data keep to their budgets", async ({ page }, info) => {
    await watchFirstOffer(page);
    await page.goto("/p/vela-10");
    const { at, transfers } = await transfersUntilOffer(page);
    const sizes = { tag: bytesOf(transfers, /goeswith\.js$/), scripts: bytesOf(transfers, SCRIPTS), data: bytesOf(transfers, DATA) };
    info.annotations.push({ type: "sizes", description: JSON.stringify(sizes) });
    console.log(`until the first offer: ${JSON.stringify(sizes)}\n${waterfall({ at, transfers })}`);
    expect(sizes.tag).toBeLessThanOrEqual(BUDGET.tag);
    expect(sizes.scripts).toBeLessThanOrEqual(BUDGET.scripts);
    expect(sizes.data).toBeLessThanOrEqual(BUDGET.data);
  });

  test("where a variant has to be chosen the parts for that come too, one round later", async ({ page, browser, baseURL }) => {
    const roundsOn = async (tab: Page) => {
      await watchFirstOffer(tab);
      await tab.goto("/p/aster-9");
      const { transfers } = await transfersUntilOffer(tab);
      expect(bytesOf(transfers, SCRIPTS)).toBeLessThanOrEqual(RARE.scripts);
      return Math.max(...transfers.map(({ round }) => round));
    };
    let rounds = await roundsOn(page);
    if (rounds > RARE.rounds) {
      // A busy machine may ask for one file when another has just come that it did not wait for; hardly so twice.
      const context = await browser.newContext(baseURL ? { baseURL } : {});
      rounds = await roundsOn(await context.newPage());
      await context.close();
    }
    expect(rounds).toBeLessThanOrEqual(RARE.rounds);
  });

  test("a cart of three lines keeps to the budget of data", async ({ page }) => {
    await fillCart(page, { product: "vela-10" }, { product: "folia-14" }, { product: "aster-9" });
    await watchFirstOffer(page);
    await page.goto("/p/pico-4");
    const { transfers } = await transfersUntilOffer(page);
    console.log(`three lines and a product in view: ${bytesOf(transfers, DATA)} B of data`);
    expect(bytesOf(transfers, DATA)).toBeLessThanOrEqual(BUDGET.data);
  });

  test("where there is no anchor neither cart, model nor layout is asked for", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.route("/", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replaceAll("goes-with", "goes-nowhere") });
    });
    await page.goto("/");
    await page.waitForLoadState("networkidle");
    expect(asked.filter((path) => /\/model\/|\/api\/|\/ui-|\/bump-/.test(path))).toEqual([]);
  });

  test("an empty plan loads no layout and leaves no element", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto("/");
    await page.waitForLoadState("networkidle");
    expect(asked.filter((path) => /\/ui-|\/bump-/.test(path))).toEqual([]);
    await expect(page.locator("goes-with-offers")).toHaveCount(0);
  });

  test("on a slow line the first offer stands after at most four rounds and 2.5 s", async ({ page }) => {
    const session = await cdp(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW);
    await watchFirstOffer(page);
    await page.goto("/p/vela-10");
    const { at, transfers } = await transfersUntilOffer(page);
    const tag = transfers[0]?.start ?? 0;
    console.log(`1.6 Mbit/s, 150 ms:\n${waterfall({ at, transfers })}\n${(at - tag).toFixed(0)} ms after the tag was asked for`);
    expect(Math.max(...transfers.map(({ round }) => round))).toBeLessThanOrEqual(ROUNDS);
    expect(at - tag).toBeLessThanOrEqual(SLOW_MS);
  });

  for (const path of ["/p/aster-9", "/cart", "/checkout"]) {
    test(`row 84: with the processor slowed four times no task of ours on ${path} is long, and nothing shifts${path === "/cart" ? " @long" : ""}`, async ({
      page,
      browser,
    }) => {
      await fillCart(page, { product: "aster-9" }, { product: "vela-10" });
      await (await cdp(page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await watchFirstOffer(page);
      const load = () =>
        longestTaskOf(browser, page, "/goeswith/", async () => {
          await page.goto(path);
          await expect(page.locator("goes-with [data-offer]").first()).toBeVisible({ timeout: 15_000 });
          await page.waitForLoadState("networkidle");
        });
      // Whatever else this machine does only makes a task longer: the shortest of three is the truest.
      const runs = [await load(), await load(), await load()];
      const { task, what } = runs.reduce((best, one) => (one.task < best.task ? one : best));
      console.log(`${path}, processor slowed 4×: longest task of ours ${task.toFixed(1)} ms (${what})`);
      expect(task).toBeLessThanOrEqual(TASK_MS);
      expect(await page.evaluate(() => window.shifts)).toEqual([]);
    });
  }

  test("row 69: offers that come late move nothing", async ({ page }) => {
    await fillCart(page, { product: "aster-9" });
    await page.route(/\/model\//, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await watchFirstOffer(page);
    await page.goto("/cart");
    await expect(placement(page, "cart").locator("[data-offer]").first()).toBeVisible({ timeout: 15_000 });
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
});
