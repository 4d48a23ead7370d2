import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, test as base } from "@playwright/test";
import { startKeepingBrowser } from "../support/browserWith.ts";
import { type FaultyCollector, startFaultyCollector } from "../support/faultyCollector.ts";
import { obtainChromium } from "../support/findBrowser.ts";
import { built, script } from "../support/loaderSite.ts";
import { SOURCE } from "../support/loaderTest.ts";
import { serve, type Served } from "../support/serve.ts";

/** Pages that are there before they are seen, and after they were left. */
const PHONE = { key: "l1", product: "phone", quantity: 1, price: { minor: 49_900, currency: "EUR" } };
const CASE = { key: "l2", product: "case", quantity: 1, price: { minor: 1990, currency: "EUR" } };
const HTML = { "content-type": "text/html; charset=utf-8", "cache-control": "max-age=60" };
const JSON_TYPE = { "content-type": "application/json" };

/** A shop with its cart on a server. Whoever adds something leaves the page before the answer is there. */
interface Shop extends Served {
  lines: readonly object[];
  /** May the first page go on to the cart's? */
  isReady: boolean;
}

const ADAPTER = `{
  readCart: async () => (await fetch("/api/cart")).json(),
  async add() {
    location.href = "/other";
    await fetch("/api/add");
    return { ok: true };
  },
}`;
const cartPage = (config: object) => `<!doctype html><html lang="en"><title>Cart</title><body data-goeswith-step="cart">
  <script>
    window.goesWith = function () { (goesWith.q = goesWith.q || []).push(arguments) };
    goesWith("start", { config: ${JSON.stringify(config)}, sources: [${SOURCE}], platform: ${ADAPTER} });
    addEventListener("load", () => fetch("/loaded?" + [document.prerendering, typeof goesWith.version, localStorage.length + sessionStorage.length]));
    document.addEventListener("prerenderingchange", () => fetch("/activated"));
    addEventListener("pageshow", ({ persisted }) => persisted && (document.body.dataset.back = Number(document.body.dataset.back ?? 0) + 1));
  </script>
  <main><goes-with placement="cart"></goes-with></main><script src="/goeswith.js"></script></body>`;
/** Has the cart's page prerendered, and goes there once it is told to. */
const FIRST_PAGE = `<!doctype html><title>Shop</title>
  <script type="speculationrules">{ "prerender": [{ "urls": ["/cart"], "eagerness": "immediate" }] }</script>
  <script>
    const look = setInterval(async () => {
      if ((await (await fetch("/ready")).text()) !== "yes") return;
      clearInterval(look);
      location.href = "/cart";
    }, 50);
  </script>`;

const test = base.extend<{ collector: FaultyCollector; shop: Shop; keeping: Browser }>({
  keeping: async ({}, use) => {
    const browser = await startKeepingBrowser();
    await use(browser);
    await browser.close();
  },
  collector: async ({}, use) => {
    const collector = await startFaultyCollector();
    await use(collector);
    await collector.stop();
  },
  shop: async ({ collector }, use) => {
    const config = { shop: "demo", consent: "not-needed", report: { url: collector.url } };
    const served = await serve((path) => {
      if (path === "/") return { headers: HTML, body: FIRST_PAGE };
      if (path === "/cart") return { headers: HTML, body: cartPage(config) };
      if (path === "/ready") return { body: shop.isReady ? "yes" : "" };
      if (path === "/api/cart") return { headers: JSON_TYPE, body: JSON.stringify({ currency: "EUR", lines: shop.lines }) };
      if (path === "/api/add") shop.lines = [PHONE, CASE];
      if (/^\/(goeswith\.js|c\/)/.test(path)) return script(built(path.slice(1)));
      return { headers: HTML, body: "" };
    });
    const shop: Shop = { ...served, lines: [PHONE], isReady: false };
    await use(shop);
    await shop.stop();
  },
});

test.describe("a page", { tag: "@chromium" }, () => {
  test("row 46: that the browser really prerenders asks, stores and tells nothing before it is seen, and then shows its offers once", async ({
    shop,
    collector,
  }) => {
    const profile = await mkdtemp(join(tmpdir(), "goeswith-prerender-"));
    const flags = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", `--user-data-dir=${profile}`];
    // What drives a browser would keep it from prerendering; this one only has an address.
    const browser: ChildProcess = spawn(obtainChromium(), [...flags, `${shop.origin}/`], { stdio: "ignore" });
    try {
      await expect.poll(() => shop.hits.find((path) => path.startsWith("/loaded"))).toBe("/loaded?true,string,0");
      expect(shop.hits.filter((path) => /^\/(api|c)\//.test(path))).toEqual([]);
      expect(collector.hits).toEqual([]);
      shop.isReady = true;
      await expect.poll(() => collector.hits.flatMap(({ batch }) => batch.events.map(({ type }) => type))).toContain("seen");
      expect(collector.hits.flatMap(({ batch }) => batch.events).filter(({ type }) => type === "shown")).toHaveLength(1);
      expect(shop.hits.filter((path) => path === "/activated")).toHaveLength(1);
      expect(shop.hits.indexOf("/activated")).toBeLessThan(shop.hits.indexOf("/api/cart"));
      expect(shop.hits.filter((path) => path === "/cart")).toHaveLength(1);
    } finally {
      const exit = new Promise((resolve) => browser.once("exit", resolve));
      browser.kill("SIGKILL");
      await exit;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  });

  test("row 49: that was left and comes back shows what the cart holds by then, also when it was left in the middle of an addition", async ({
    shop,
    keeping,
  }) => {
    const page = await keeping.newPage();
    const add = page.getByRole("button", { name: "Add Clear case to cart" });
    const readings = () => shop.hits.filter((path) => path === "/api/cart").length;
    const comeBack = async (times: number) => {
      await page.waitForURL(/other/);
      await page.evaluate(() => history.back());
      await expect(page.locator(`[data-back="${times}"]`)).toBeAttached();
    };
    await page.goto(`${shop.origin}/cart`);
    await expect(add).toBeVisible();
    await expect.poll(() => shop.hits.some((path) => path.includes("markupLater"))).toBe(true);
    const before = readings();
    await page.evaluate(() => void (location.href = "/other"));
    shop.lines = [PHONE, CASE];
    await comeBack(1);
    await expect(page.locator("goes-with [data-offer]")).toHaveCount(0);
    expect(readings()).toBeGreaterThan(before);

    await page.evaluate(() => void (location.href = "/other"));
    shop.lines = [PHONE];
    await comeBack(2);
    await add.click();
    await comeBack(3);
    await expect(page.locator("goes-with").getByRole("status")).toHaveText(/Clear case is in your cart/);
    await expect(page.locator("goes-with").getByText("One moment")).toHaveCount(0);
  });
});
