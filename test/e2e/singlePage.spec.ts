import { expect, type Page } from "@playwright/test";
import { test } from "../support/hostPage.ts";
import { fillCart, placement } from "../support/shopper.ts";

/** Pages that draw themselves anew, again and again, and pages that are left by the widget. */

const hosts = (page: Page) => page.locator("goes-with-offers");
const HAPPENED = "happened: ";

/** Every event by type and offer, as the page hears it. */
async function hear(page: Page): Promise<readonly string[]> {
  const heard: string[] = [];
  page.on("console", (message) => message.text().startsWith(HAPPENED) && heard.push(message.text().slice(HAPPENED.length)));
  await page.evaluate((mark) => {
    const { goesWith } = globalThis as unknown as {
      goesWith(name: string, heard: (event: { type: string; offer?: string }) => void): void;
    };
    goesWith("on", ({ type, offer }) => console.info(`${mark}${type} ${offer ?? ""}`));
  }, HAPPENED);
  return heard;
}

test(
  "row 72: a page that throws offers out at once and always is given up, at little cost",
  { tag: "@chromium" },
  async ({ page, host }) => {
    await fillCart(page, { product: "aster-9" });
    await page.addInitScript(() => {
      const counts = { entered: 0 };
      Object.defineProperty(document, "counts", { value: counts });
      new MutationObserver(() => {
        for (const one of document.querySelectorAll("main goes-with-offers")) {
          counts.entered++;
          one.remove();
        }
      }).observe(document, { childList: true, subtree: true });
    });
    const session = await page.context().newCDPSession(page);
    // Time of the processor, whatever else this machine does.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto("/cart");
    const counts = () => page.evaluate(() => (document as unknown as { counts: { entered: number } }).counts);
    // Each change of the page is a reason to look again.
    const stir = () => page.evaluate(() => document.body.append(document.createElement("i")));
    let before = -1;
    await expect
      .poll(
        async () => {
          const last = before;
          before = (await counts()).entered;
          await stir();
          return before > 0 && before === last;
        },
        { intervals: [400] },
      )
      .toBe(true);
    const { entered } = await counts();
    // Once and five times more, for each of the two lists of that place.
    expect(entered).toBeLessThanOrEqual(2 * 6);
    const { metrics } = await session.send("Performance.getMetrics");
    expect(metrics.find(({ name }) => name === "ScriptDuration")?.value).toBeLessThan(0.2);
    await expect(page.locator("main goes-with-offers")).toHaveCount(0);
    await host.expectIntact();
  },
);

test(
  "row 73: when the theme draws the section anew after an add, offers are back, have the focus, and count as shown once",
  { tag: "@chromium" },
  async ({ page }) => {
    await fillCart(page, { product: "aster-9" });
    await page.goto("/cart");
    const list = placement(page, "cart");
    await expect(list.locator("[data-offer]").first()).toBeVisible();
    const heard = await hear(page);
    // The shop renders its cart section anew, with us in it, when something was added.
    await list.getByRole("button", { name: /^Add / }).first().press("Enter");
    await expect(list.getByRole("status")).toHaveText(/is in your cart/);
    await expect(list.locator("[data-offer]").first()).toBeVisible({ timeout: 1000 });
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("goes-with-offers");
    await page.evaluate(() => {
      const section = document.querySelector("[data-section=cart]");
      if (section) section.innerHTML = section.innerHTML.replace(/<goes-with-offers.*?<\/goes-with-offers>/gs, "");
    });
    await expect(list.locator("[data-offer]").first()).toBeVisible({ timeout: 1000 });
    await expect.poll(() => heard.filter((one) => one.startsWith("added")).length).toBe(1);
    const shown = heard.filter((one) => one.startsWith("shown"));
    expect(shown).toEqual([...new Set(shown)]);
  },
);

test(
  "row 74: fifty changes of page without loading leave no listener and no node behind, and nothing is shown twice",
  { tag: "@chromium" },
  async ({ page }) => {
    test.setTimeout(60_000);
    await fillCart(page, { product: "aster-9" });
    await page.goto("/cart");
    await expect(hosts(page).first()).toBeAttached();
    await page.waitForLoadState("networkidle");
    const heard = await hear(page);
    const session = await page.context().newCDPSession(page);
    const measure = async () => {
      for (let round = 0; round < 2; round++) await session.send("HeapProfiler.collectGarbage");
      const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
      return { nodes, jsEventListeners };
    };
    /** What a single-page shop does: new content, new address. */
    const walk = (times: number) =>
      page.evaluate(async (count) => {
        const pages = await Promise.all(["/p/aster-9", "/cart"].map(async (path) => [path, await (await fetch(path)).text()] as const));
        for (let at = 0; at < count; at++) {
          const [path, text] = pages[at % 2] ?? ["", ""];
          const fresh = new DOMParser().parseFromString(text, "text/html");
          history.pushState(null, "", path);
          document.body.dataset.goeswithStep = fresh.body.dataset.goeswithStep ?? "";
          document.querySelector("main")?.replaceWith(...fresh.querySelectorAll("main"));
          document.dispatchEvent(new CustomEvent("goeswith:change"));
          while (!document.querySelector("main goes-with-offers")) await new Promise(requestAnimationFrame);
        }
      }, times);
    await walk(10);
    const early = await measure();
    await walk(40);
    // What is still being watched or asked for goes a moment later.
    const left = async () => {
      const late = await measure();
      return { listeners: late.jsEventListeners - early.jsEventListeners > 5, nodes: late.nodes - early.nodes > 150 };
    };
    await expect.poll(left).toEqual({ listeners: false, nodes: false });
    const shown = heard.filter((one) => one.startsWith("shown"));
    expect(shown).toEqual([...new Set(shown)]);
  },
);

test(
  "row 83: stopped, it leaves the page as it found it: listeners, elements, stored keys",
  { tag: "@chromium" },
  async ({ page, host }) => {
    const session = await page.context().newCDPSession(page);
    const listeners = async () => {
      const found: { where: string; type: string; passive: boolean }[] = [];
      for (const where of ["window", "document", "document.documentElement", "document.body", "navigation"]) {
        const { result } = await session.send("Runtime.evaluate", { expression: where });
        const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
        found.push(...listeners.map(({ type, passive }) => ({ where, type, passive })));
      }
      return found;
    };
    const names = (list: Awaited<ReturnType<typeof listeners>>) => list.map(({ where, type }) => `${where} ${type}`).sort();
    const markup = () => page.evaluate(() => document.body.outerHTML);
    await page.route(/\/goeswith\//, (route) => route.abort());
    await page.goto("/p/aster-9");
    const [before, was] = [names(await listeners()), await markup()];
    await page.unroute(/\/goeswith\//);
    await page.goto("/p/aster-9");
    await expect(placement(page, "product").locator("[data-offer]").first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    const during = await listeners();
    const ours = during.filter(({ where, type }) => !before.includes(`${where} ${type}`));
    expect(ours.length).toBeGreaterThan(3);
    expect(ours.map(({ type }) => type).filter((type) => /^(before)?unload$/.test(type))).toEqual([]);
    // What the browser must wait for before it scrolls.
    expect(during.filter(({ type, passive }) => /^(scroll|wheel|mousewheel|touch|pointer)/.test(type) && !passive)).toEqual([]);
    await page.evaluate(() => (globalThis as unknown as { goesWith(name: string): void }).goesWith("stop"));
    await expect(hosts(page)).toHaveCount(0);
    await expect.poll(async () => names(await listeners())).toEqual(before);
    expect(await markup()).toBe(was);
    const keys = await page.evaluate(() =>
      [...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((key) => key.startsWith("goeswith")),
    );
    expect(keys).toEqual([]);
    await host.expectIntact();
  },
);
