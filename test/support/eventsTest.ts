import { resolve } from "node:path";
import { expect, type Page, test as base } from "@playwright/test";
import { bundleClient } from "../../demo/start/bundleClient.ts";
import { type FaultyCollector, startFaultyCollector } from "./faultyCollector.ts";
import { serve, type Served } from "./serve.ts";

const HTML = { "content-type": "text/html; charset=utf-8" };
const body = (script: string) => `<!doctype html><html lang="en"><title>Shop</title>${script}<p>A shop`;

/** Pages with nothing but our events on them, and the origin they are sent to. */
export interface EventsSite {
  readonly shop: Served;
  readonly collector: FaultyCollector;
  /** Opens a page that records; `/empty` is one that does not. */
  open(page: Page, facts?: { readonly consent?: "required" | "not-needed"; readonly path?: string }): Promise<void>;
}

/** What the database holds: events by id, and what was given up. */
export interface Kept {
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly dropped: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** The collector asked not to be called for a while. */
  readonly isHeld: boolean;
}

export const test = base.extend<{ site: EventsSite; errors: string[] }, { code: string }>({
  code: [async ({}, use) => use(await bundleClient(resolve("test/support/eventsPage.ts"))), { scope: "worker" }],
  site: async ({ code }, use) => {
    const collector = await startFaultyCollector();
    const shop = await serve((path) => {
      if (path === "/events.js") return { headers: { "content-type": "text/javascript" }, body: code };
      const headers = path.startsWith("/policy") ? { ...HTML, "content-security-policy": "connect-src 'self'" } : HTML;
      if (path.startsWith("/frame")) return { headers, body: body(`<iframe sandbox="allow-scripts" src="/p/framed"></iframe>`) };
      return {
        headers: { ...headers, "cache-control": "max-age=0" },
        body: body(path.startsWith("/empty") ? "" : '<script src="/events.js"></script>'),
      };
    });
    await use({
      shop,
      collector,
      async open(page, { consent = "not-needed", path = "/p/one" } = {}) {
        await page.goto(shop.origin + path);
        await page.evaluate((facts) => window.openEvents(facts), { url: collector.url, consent });
      },
    });
    await Promise.all([shop.stop(), collector.stop()]);
  },
  errors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      await page.addInitScript(() => addEventListener("unhandledrejection", ({ reason }) => console.error("unhandled", reason)));
      page.on("console", (message) => message.text().startsWith("unhandled") && errors.push(message.text()));
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export const record = (page: Page, times: number, over: object = {}): Promise<readonly string[]> =>
  page.evaluate(([count, facts]) => window.events.record(count, facts), [times, over] as const);

/** Each of these ids is a row. */
export const expectRows = (collector: FaultyCollector, ids: readonly string[]): Promise<void> =>
  expect.poll(() => ids.filter((id) => !collector.rows.has(id)).length, { timeout: 15_000 }).toBe(0);

/** Reads the queue as it is in the browser's database, without making one. */
export function readKept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const name = "goeswith.queue";
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return { events: [], dropped: {}, bytes: 0, isHeld: false };
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    type Kind = { mark?: string; until: number; event?: { id: string; type: string }; counts?: Record<string, number> };
    const records = await new Promise<Kind[]>((done, fail) => {
      const reading = db.transaction("records").objectStore("records").getAll();
      reading.onsuccess = () => done(reading.result as []);
      reading.onerror = () => fail(reading.error);
    });
    db.close();
    const dropped: Record<string, number> = {};
    for (const { counts = {} } of records)
      for (const [reason, times] of Object.entries(counts)) dropped[reason] = (dropped[reason] ?? 0) + times;
    return {
      events: records.flatMap(({ event }) => event ?? []),
      dropped,
      bytes: JSON.stringify(records).length,
      isHeld: records.some(({ mark, until }) => !!mark && until > 0),
    };
  });
}

/** The page goes to the background or comes back, as far as it can tell. */
export const setVisible = (page: Page, isVisible: boolean): Promise<void> =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange"));
    },
    isVisible ? "visible" : "hidden",
  );
