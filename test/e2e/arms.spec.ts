import { expect } from "@playwright/test";
import type { OfferEvent } from "../../widget/types/event.ts";
import { expectOffer, shopPage, SOURCE, test as base } from "../support/loaderTest.ts";
import { type FaultyCollector, startFaultyCollector } from "../support/faultyCollector.ts";

/** Who is compared with whom, as built: what the collector hears of visits with offers, without them, and of those that are in neither arm. */
const test = base.extend<{ collector: FaultyCollector }>({
  collector: async ({}, use) => {
    const collector = await startFaultyCollector();
    await use(collector);
    await collector.stop();
  },
});
const events = ({ hits }: FaultyCollector): readonly OfferEvent[] => hits.flatMap(({ batch }) => batch.events);

const page = ({ url }: FaultyCollector, config: object, calls = ""): string => {
  const all = { shop: "demo", report: { url }, ...config };
  return shopPage(
    '<script src="CDN/goeswith.js"></script>',
    `${calls}goesWith("start", { base: "CDN/", config: ${JSON.stringify(all)}, sources: [${SOURCE}] });`,
  );
};

test.describe("the arms", { tag: "@chromium" }, () => {
  test("a held-out visit tells that it was eligible although nothing is drawn, and loads nothing to draw with", async ({
    page: tab,
    site,
    collector,
  }) => {
    await tab.goto(site.page(page(collector, { consent: "not-needed", experiment: { holdout: 1 } })));
    await expect.poll(() => events(collector)).toMatchObject([{ type: "eligible", arm: "holdout", seq: 1 }]);
    expect(site.cdn.hits.filter((path) => /\/(ui|bump|en)-/.test(path))).toEqual([]);
    await expect(tab.locator("goes-with-offers")).toHaveCount(0);
    await tab.reload();
    await expect.poll(() => site.cdn.hits.filter((path) => path.includes("delivery")).length).toBe(2);
    expect(events(collector)).toHaveLength(1);
  });

  test("a visit with offers tells it before anything is drawn, once", async ({ page: tab, site, collector }) => {
    await tab.goto(site.page(page(collector, { consent: "not-needed", experiment: { holdout: 0.000001 } })));
    await expectOffer(tab);
    await expect.poll(() => events(collector).map(({ type }) => type)).toEqual(expect.arrayContaining(["eligible", "shown"]));
    const [first] = events(collector);
    expect(first).toMatchObject({ type: "eligible", arm: "offers", seq: 1 });
    expect(first).not.toHaveProperty("unit");
  });

  for (const [arm, holdout] of [
    ["holdout", 1],
    ["offers", 0.000001],
  ] as const)
    test(`a visit that is over before anything that delivers was loaded counts, arm: ${arm}`, async ({ page: tab, site, collector }) => {
      // The browser never finds the time to load more.
      await tab.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
      const url = site.page(page(collector, { consent: "not-needed", experiment: { holdout } }));
      await tab.goto(url);
      await expect.poll(() => tab.evaluate(() => sessionStorage.getItem("goeswith.visit"))).toContain('"eligible":true');
      await tab.goto("about:blank");
      await expect.poll(() => events(collector)).toMatchObject([{ type: "eligible", arm }]);
      expect(site.cdn.hits.filter((path) => path.includes("delivery"))).toEqual([]);
    });

  test("a visit that saw offers before it agreed is in neither arm, and countable", async ({ page: tab, site, collector }) => {
    const url = site.page(page(collector, { consent: "required", experiment: { holdout: 1 } }));
    await tab.goto(url);
    await expectOffer(tab);
    expect(await tab.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await tab.evaluate('goesWith("consent", "measure")');
    await expect.poll(() => tab.evaluate(() => sessionStorage.getItem("goeswith.visit"))).toContain("none");
    await tab.goto(url);
    await expectOffer(tab);
    await expect.poll(() => events(collector).map(({ type, arm }) => `${type} ${arm}`)).toContain("eligible none");
    expect(new Set(events(collector).map(({ arm }) => arm))).toEqual(new Set(["none"]));
  });

  test("where the collector tells the share, a held-out visit is told as such; switched off, nobody sees or tells anything", async ({
    page: tab,
    site,
    collector,
    context,
  }) => {
    const url = site.page(page(collector, { consent: "not-needed", experiment: { holdout: "auto" } }));
    collector.publish({ offers: "on", holdout: 1 }, 0);
    await tab.goto(url);
    await expect.poll(() => events(collector)).toMatchObject([{ type: "eligible", arm: "holdout", seq: 1 }]);
    await expect(tab.locator("goes-with-offers")).toHaveCount(0);

    collector.publish({ offers: "off", holdout: 0 }, 0);
    // Asked for anew only after the offers would have stood, and obeyed from the next page on.
    const asked = tab.waitForResponse(async (answer) => (await answer.text().catch(() => "")).includes('"off"'));
    await tab.reload();
    await asked;
    const other = await context.newPage();
    await other.goto(url);
    await expect.poll(() => site.cdn.hits.filter((path) => path.includes("attend")).length).toBe(3);
    await expect(other.locator("goes-with-offers")).toHaveCount(0);
    expect(await other.evaluate(() => sessionStorage.getItem("goeswith.visit"))).toBeNull();
    expect(events(collector)).toHaveLength(1);

    collector.publish({ offers: "on", holdout: 0 }, 0);
    const again = other.waitForResponse(async (answer) => (await answer.text().catch(() => "")).includes('"on"'));
    await other.reload();
    await again;
    await other.reload();
    await expectOffer(other);
    await expect.poll(() => events(collector).map(({ type, arm }) => `${type} ${arm}`)).toContain("eligible offers");
  });

  test("row 116: Consent Mode is obeyed, a late banner's call is replayed, and the arm stays with a browser that may be remembered", async ({
    page: tab,
    site,
    collector,
    context,
  }) => {
    const granted = { analytics_storage: "granted", personalization_storage: "granted" };
    const banner = `window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) } gtag("consent", "update", ${JSON.stringify(granted)});`;
    const url = site.page(
      page(collector, { consent: "required", experiment: { holdout: 0.5 } }, `${banner}goesWith("consent", "remember");`),
    );
    const arms: string[] = [];
    const units: (string | undefined)[] = [];
    for (const visit of [0, 1, 2]) {
      const other = await context.newPage();
      await other.goto(url);
      await expect.poll(() => events(collector).filter(({ type }) => type === "eligible").length).toBe(visit + 1);
      const last = events(collector).findLast(({ type }) => type === "eligible")!;
      arms.push(last.arm);
      units.push(last.person ?? last.visit);
      await other.close();
    }
    expect(new Set(arms).size).toBe(1);
    expect(arms[0]).not.toBe("none");
    expect(new Set(units).size).toBe(1);
    await tab.goto(url);
    await tab.evaluate('gtag("consent", "update", { analytics_storage: "denied" })');
    await expect.poll(() => tab.evaluate(() => Object.keys(localStorage).length), { timeout: 3000 }).toBe(0);
  });
});

test.describe("what is read and told of a browser", { tag: "@chromium" }, () => {
  test("rows 53 and 118: no fingerprint; a tab that was thrown out of memory goes on with its visit and tells nothing twice", async ({
    page: tab,
    site,
    collector,
  }) => {
    await tab.addInitScript(() => {
      const touched: string[] = [];
      Object.assign(window, { touched });
      Object.defineProperty(document, "wasDiscarded", { get: () => sessionStorage.length > 0 });
      const spy = (owner: object, names: readonly string[]) => {
        for (const name of names) {
          const was = Object.getOwnPropertyDescriptor(owner, name);
          const tell = <T>(value: T) => (touched.push(name), value);
          if (was?.get) Object.defineProperty(owner, name, { ...was, get: () => tell(undefined) });
          else if (was) Object.defineProperty(owner, name, { ...was, value: () => tell(null) });
        }
      };
      spy(Navigator.prototype, [
        "plugins",
        "mimeTypes",
        "deviceMemory",
        "hardwareConcurrency",
        "platform",
        "oscpu",
        "userAgentData",
        "getBattery",
      ]);
      spy(Document.prototype, ["fonts"]);
      spy(HTMLCanvasElement.prototype, ["getContext", "toDataURL", "toBlob"]);
      spy(Screen.prototype, ["width", "height", "colorDepth", "availWidth", "availHeight"]);
      spy(window, ["AudioContext", "OfflineAudioContext", "RTCPeerConnection"]);
    });
    const touched = () => tab.evaluate(() => (window as unknown as { touched: readonly string[] }).touched);
    await tab.goto(site.page(page(collector, { consent: "not-needed" })));
    const told = (type: string) => events(collector).filter((event) => event.type === type);
    await expect.poll(() => told("seen").length).toBe(1);
    expect(await touched()).toEqual([]);
    await tab.reload();
    await expect.poll(() => told("seen").length).toBe(2);
    expect(new Set(events(collector).map(({ visit }) => visit)).size).toBe(1);
    expect(new Set(told("shown").map(({ view }) => view)).size).toBe(told("shown").length);
    expect(told("eligible")).toHaveLength(1);
    expect(new Set(collector.rows.values())).toEqual(new Set([1]));
    expect(await touched()).toEqual([]);
    // The spies work.
    await tab.evaluate(() => document.createElement("canvas").getContext("2d"));
    expect(await touched()).toEqual(["getContext"]);
  });
});

test.describe("an order", { tag: "@chromium" }, () => {
  for (const level of ["measure", "remember"])
    test(`row 30: is one row, whatever becomes of its page, ${level}`, async ({ page: tab, site, collector, context }) => {
      const config = { shop: "demo", report: { url: collector.url }, consent: "required" };
      const order = { id: "A-1007", currency: "EUR", total: 49.9, lines: [{ product: "case", quantity: 1, price: 49.9 }] };
      const url = site.page(`
        <body data-goeswith-step="confirmation">
          <script type="application/json" data-goeswith="order">${JSON.stringify(order)}</script>
          <script>window.goesWith = function () { (goesWith.q = goesWith.q || []).push(arguments) };
            goesWith("consent", ${JSON.stringify(level)}); goesWith("start", { base: "CDN/", config: ${JSON.stringify(config)} });</script>
          <script src="CDN/goeswith.js"></script>`);
      await tab.goto(url);
      await expect.poll(() => collector.rows.size).toBe(1);
      const loads = () => site.cdn.hits.filter((path) => path.includes("delivery")).length;
      for (const view of [2, 3, 4]) {
        await tab.reload();
        await expect.poll(loads).toBe(view);
      }
      const other = await context.newPage();
      await other.goto(url);
      await expect.poll(loads).toBe(5);
      await other.close();
      await tab.goto("about:blank");
      expect([...collector.rows.keys()]).toEqual([events(collector)[0]!.id]);
      expect(JSON.stringify(events(collector))).not.toContain("A-1007");
    });
});
