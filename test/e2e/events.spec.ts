import { expect } from "@playwright/test";
import { expectRows, readKept, record, setVisible, test } from "../support/eventsTest.ts";

/** The queue in a real browser's database, against a collector on another origin. */

const ORDER = { type: "ordered", order: "0123456789abcdef0123456789abcdef", currency: "EUR", lines: [] };
const LONG = "x".repeat(200);

test.describe("events", { tag: "@chromium" }, () => {
  test("rows 1 and 8: thirty reach another origin in their order, as plain text and without a preflight", async ({ page, site }) => {
    await site.open(page);
    const types = ["shown", "seen", "opened", "added", "dismissed"];
    const ids = (await Promise.all(types.map((type) => record(page, 6, { type })))).flat();
    await expectRows(site.collector, ids);
    const events = site.collector.hits.flatMap(({ batch }) => batch.events);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(site.collector.hits.map(({ method, headers }) => [method, headers["content-type"], headers["cookie"]])).toEqual(
      site.collector.hits.map(() => ["POST", "text/plain", undefined]),
    );
    await expect.poll(async () => (await readKept(page)).events).toEqual([]);
  });

  test("row 2: 400 of about 1 KB in one tick are 400 rows, with no more on the way than may outlive the page", async ({ page, site }) => {
    await page.addInitScript(() => {
      const real = window.fetch;
      const flights = { now: 0, most: 0, bytes: 0 };
      Object.assign(window, { flights });
      window.fetch = async (...args) => {
        const size = (args[1]?.body as string | undefined)?.length ?? 0;
        flights.now += size;
        flights.most = Math.max(flights.most, flights.now);
        flights.bytes = Math.max(flights.bytes, size);
        try {
          return await real(...args);
        } finally {
          flights.now -= size;
        }
      };
    });
    await site.open(page);
    const ids = await record(page, 400, { product: LONG, for: LONG, offer: LONG, source: LONG });
    await setVisible(page, false);
    await expectRows(site.collector, ids);
    const { most, bytes } = await page.evaluate(() => (window as unknown as { flights: { most: number; bytes: number } }).flights);
    expect(most).toBeLessThanOrEqual(60_000);
    expect(bytes).toBeLessThanOrEqual(16 * 1024);
  });

  for (const [what, beacon] of [
    ["says no", "() => false"],
    ["throws", "() => { throw new Error('no') }"],
    ["is not there", "undefined"],
  ] as const)
    test(`row 3: nothing is lost where a page without fetch goes away and its beacon ${what}`, async ({ page, site }) => {
      await site.open(page);
      await page.evaluate(`window.fetch = undefined; navigator.sendBeacon = ${beacon};`);
      const ids = await record(page, 3);
      await site.open(page, { path: "/p/two" });
      await expectRows(site.collector, ids);
    });

  test("row 4: what was sent by an offline page that went away arrives once, after the next page is there", async ({
    page,
    site,
    context,
  }) => {
    await site.open(page);
    await context.setOffline(true);
    const ids = await record(page, 3);
    await page.goto("about:blank");
    await context.setOffline(false);
    await site.open(page);
    await expectRows(site.collector, ids);
    expect(ids.map((id) => site.collector.rows.get(id))).toEqual([1, 1, 1]);
  });

  test("rows 5 and 6: a page whose policy blocks the collector tries a few times and keeps what there is", async ({ page, site }) => {
    await page.clock.install();
    await page.addInitScript(() => {
      const tries = { count: 0 };
      Object.assign(window, { tries });
      document.addEventListener("securitypolicyviolation", () => tries.count++);
    });
    await site.open(page, { path: "/policy" });
    await record(page, 600, { product: LONG });
    for (let minutes = 0; minutes < 20; minutes++) await page.clock.runFor(60_000);
    await setVisible(page, false);
    await page.clock.runFor(60_000);
    expect(await page.evaluate(() => (window as unknown as { tries: { count: number } }).tries.count)).toBeLessThanOrEqual(4);
    const { events, bytes } = await readKept(page);
    expect(events.length).toBeGreaterThan(0);
    expect(events.length).toBeLessThanOrEqual(500);
    expect(bytes).toBeLessThanOrEqual(256 * 1024);
    expect(site.collector.hits).toEqual([]);
  });

  test("row 9: a collector that asks for two minutes is left alone for two minutes, also by the next page", async ({ page, site }) => {
    await page.clock.install();
    site.collector.fail((n, store) => (n ? store() : { status: 429, headers: { "retry-after": "120" } }));
    await site.open(page);
    const ids = [...(await record(page, 2))];
    await page.clock.runFor(1000);
    // The next page can only know what this one had the time to note.
    await expect.poll(async () => (await readKept(page)).isHeld).toBe(true);
    expect(site.collector.hits).toHaveLength(1);
    await site.open(page, { path: "/p/two" });
    ids.push(...(await record(page, 1)));
    await page.clock.runFor(110_000);
    expect(site.collector.hits).toHaveLength(1);
    await page.clock.runFor(60_000);
    await expectRows(site.collector, ids);
    expect(site.collector.order).toEqual(ids);
  });

  test("rows 11 and 16: three refusals, then one that was written and not answered, then an answer: one row each", async ({
    page,
    site,
  }) => {
    await page.clock.install();
    site.collector.fail((n, store) => (n < 3 ? { status: 503 } : n === 3 ? (store(), false) : store()));
    await site.open(page);
    const ids = await record(page, 3);
    for (let tries = 0; tries < 40; tries++) await page.clock.runFor(1000);
    await expectRows(site.collector, ids);
    // The browser itself tries once more where a connection breaks that it had used before.
    expect([...new Set(site.collector.hits.map(({ batch }) => batch.attempt))].slice(0, 4)).toEqual([0, 1, 2, 3]);
    // Answers take their own time, whatever the page's clock says, and what comes after them waits by that clock again.
    await expect
      .poll(async () => {
        await page.clock.runFor(1000);
        return (await readKept(page)).events;
      })
      .toEqual([]);
    expect(site.collector.order).toEqual(ids);
  });

  test("rows 13 and 14: what is never taken is counted and not sent again, and the others flow", async ({ page, site }) => {
    let bad = "";
    site.collector.fail((_, store, { events }) => {
      if (events.some(({ seq }) => seq === 5)) return { status: 413 };
      if (!events.some(({ id }) => id === bad)) return store();
      return { accepted: [], duplicate: [], rejected: events.map(({ id }) => ({ id, reason: "bad type" })) };
    });
    await site.open(page);
    bad = (await record(page, 1))[0]!;
    await expect.poll(async () => (await readKept(page)).dropped).toEqual({ invalid: 1 });
    const ids = await record(page, 9);
    await expectRows(
      site.collector,
      ids.filter((_, index) => index !== 3),
    );
    const told = async () => {
      await expectRows(site.collector, await record(page, 1));
      return site.collector.dropped;
    };
    await expect.poll(told).toEqual({ invalid: 1, too_large: 1 });
  });

  for (const first of [0, 1])
    test(`row 21: two tabs that are closed with the collector down, tab ${first} first, lose nothing to a third`, async ({
      page,
      site,
      context,
    }) => {
      site.collector.fail(() => false);
      const tabs = [await context.newPage(), await context.newPage()] as const;
      const ids: string[] = [];
      for (const tab of tabs) {
        await site.open(tab);
        ids.push(...(await record(tab, 4)));
      }
      await tabs[first]!.close();
      ids.push(...(await record(tabs[1 - first]!, 2)));
      await tabs[1 - first]!.close();
      site.collector.fail(undefined);
      // What a tab had in its hands when it was closed is free again after half a minute.
      await page.clock.install({ time: Date.now() + 60_000 });
      await site.open(page);
      await page.clock.runFor(1000);
      await expectRows(site.collector, ids);
      await expect.poll(async () => (await readKept(page)).events).toEqual([]);
    });

  test("row 22: two tabs that send at the same moment send nothing twice", async ({ page, site, context }) => {
    site.collector.fail(() => ({ status: 503 }));
    const tabs = [page, await context.newPage()];
    for (const tab of tabs) await site.open(tab);
    const ids = (await Promise.all(tabs.map((tab) => record(tab, 100)))).flat();
    await expect.poll(async () => (await readKept(page)).events.length).toBe(200);
    site.collector.fail(undefined);
    await Promise.all(tabs.map((tab) => tab.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow")))));
    await expectRows(site.collector, ids);
    expect([...site.collector.rows.values()].reduce((sum, times) => sum + times, 0)).toBeLessThanOrEqual(210);
  });

  test("rows 23 and 50: hidden, left for good and shown again, each is in one request", async ({ page, site }) => {
    await site.open(page);
    const ids = await record(page, 5);
    await setVisible(page, false);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
    await setVisible(page, true);
    const more = await record(page, 1);
    await expectRows(site.collector, [...ids, ...more]);
    await expect.poll(async () => (await readKept(page)).events).toEqual([]);
    expect(site.collector.hits.flatMap(({ batch }) => batch.events)).toHaveLength(6);
  });

  test("row 26: of 1500 made offline the four that pay survive, and what is given up is counted", async ({ page, site, context }) => {
    await site.open(page);
    await context.setOffline(true);
    const ids = [...(await record(page, 3, { type: "added" })), ...(await record(page, 1, ORDER))];
    await record(page, 1496);
    // What has no room in the database is not lost before the page is.
    await expect.poll(async () => (await readKept(page)).dropped["overflow"], { timeout: 15_000 }).toBeGreaterThan(990);
    const { events, bytes } = await readKept(page);
    expect(events).toHaveLength(500);
    expect(bytes).toBeLessThanOrEqual(256 * 1024);
    await context.setOffline(false);
    await site.open(page, { path: "/p/two" });
    await expectRows(site.collector, ids);
    await expect.poll(() => site.collector.rows.size, { timeout: 15_000 }).toBe(500);
    expect(site.collector.dropped).toEqual({ overflow: 1000 });
  });

  test("row 36: in a frame without storage they are sent from memory", async ({ page, site }) => {
    await page.goto(`${site.shop.origin}/frame`);
    const frame = page.frames()[1]!;
    await frame.evaluate((url) => window.openEvents({ url }), site.collector.url);
    const ids = await frame.evaluate(() => window.events.record(3));
    await expectRows(site.collector, ids);
  });

  test("row 38: a full localStorage stays the shop's, to the last byte", async ({ page, site }) => {
    await page.goto(`${site.shop.origin}/empty`);
    await page.evaluate(() => {
      let text = "x".repeat(1024 * 1024);
      for (let key = 0; text.length; key++) {
        try {
          localStorage.setItem(`fill${key}`, text);
        } catch {
          text = text.slice(text.length / 2 + 1);
        }
      }
      localStorage.removeItem("fill0");
      localStorage.setItem("fill0", "x".repeat(1024 * 1024 - 100));
    });
    await site.open(page);
    const ids = await record(page, 50);
    await page.evaluate(() => localStorage.setItem("cart", "y".repeat(80)));
    await expectRows(site.collector, ids);
  });

  test("row 39: a database that may hold nothing is passed over", async ({ page, site, context }) => {
    await page.goto(`${site.shop.origin}/empty`);
    const session = await context.newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: site.shop.origin, quotaSize: 1 });
    await site.open(page);
    await expectRows(site.collector, await record(page, 5));
  });

  test("row 40: what is no record of ours goes, counted, and another database of the name is passed over", async ({ page, site }) => {
    await site.open(page);
    await expectRows(site.collector, await record(page, 1));
    await page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open("goeswith.queue");
        request.onsuccess = () => done(request.result);
      });
      const store = db.transaction("records", "readwrite").objectStore("records");
      const seeds: readonly object[] = [
        { v: 1 },
        { v: 2, until: 0, event: { id: "x" } },
        { v: 1, until: 0, event: null },
        { text: "x".repeat(10_000_000) },
      ];
      seeds.forEach((seed, index) => store.put({ ...seed, id: `collector.${index}` }));
      await new Promise((done) => (store.transaction.oncomplete = done));
      db.close();
    });
    await site.open(page, { path: "/p/two" });
    await expectRows(site.collector, await record(page, 1));
    await expectRows(site.collector, await record(page, 1));
    await expect.poll(() => site.collector.dropped).toEqual({ storage_lost: 4 });
    await page.goto(`${site.shop.origin}/empty`);
    await page.evaluate(async () => {
      await new Promise((done) => (indexedDB.deleteDatabase("goeswith.queue").onsuccess = done));
      await new Promise<void>((done) => {
        indexedDB.open("goeswith.queue", 7).onsuccess = (event) => {
          (event.target as IDBOpenDBRequest).result.close();
          done();
        };
      });
    });
    await site.open(page, { path: "/p/three" });
    await expectRows(site.collector, await record(page, 2));
  });

  test("row 45: stopped, nothing of ours is left", async ({ page, site }) => {
    site.collector.fail(() => false);
    await site.open(page);
    await record(page, 20);
    await expect.poll(async () => (await readKept(page)).events.length).toBe(20);
    await page.evaluate(() => window.events.stop());
    await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0);
  });

  test("row 111: without consent nothing is written anywhere and nothing is sent", async ({ page, site, context }) => {
    await page.addInitScript(() => {
      const writes: string[] = [];
      Object.assign(window, { writes });
      const note = (what: string) => writes.push(what);
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, value) {
        note(`setItem ${key}`);
        setItem.call(this, key, value);
      };
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (...args) {
        note(`open ${args[0]}`);
        return open.apply(this, args);
      };
    });
    await site.open(page, { consent: "required" });
    await record(page, 5);
    await setVisible(page, false);
    await setVisible(page, true);
    expect(await page.evaluate(() => (window as unknown as { writes: string[] }).writes)).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await page.evaluate(() => window.events.consent("measure"));
    await expectRows(site.collector, await record(page, 1));
    expect(site.collector.rows.size).toBe(1);
  });

  test("row 113: taken back in one tab, both are empty within a second and silent for good", async ({ page, site, context }) => {
    site.collector.fail(() => false);
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await site.open(tab, { consent: "required" });
      await tab.evaluate(() => window.events.consent("remember"));
      await record(tab, 5);
    }
    await expect.poll(async () => (await readKept(page)).events.length).toBe(10);
    await expect.poll(() => site.collector.hits.length).toBeGreaterThan(1);
    await page.evaluate(() => window.events.consent("none"));
    const left = (tab: typeof page) =>
      tab.evaluate(async () => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()).map(({ name }) => name),
      ]);
    await expect.poll(async () => [...(await left(page)), ...(await left(other))], { timeout: 1000, intervals: [50] }).toEqual([]);
    site.collector.fail(undefined);
    const hits = site.collector.hits.length;
    for (const tab of [page, other]) {
      await record(tab, 3);
      await setVisible(tab, false);
      await tab.goto(`${site.shop.origin}/empty`);
    }
    expect(site.collector.hits).toHaveLength(hits);
    expect(site.collector.rows.size).toBe(0);
  });

  test("row 114: Global Privacy Control is a no", async ({ page, site }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
    await site.open(page);
    await page.evaluate(() => window.events.consent("remember"));
    expect(await record(page, 3)).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(site.collector.hits).toEqual([]);
  });
});
