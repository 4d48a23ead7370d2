import { expect, type Page, type Route } from "@playwright/test";
import { CART, SOURCE, test } from "../support/loaderTest.ts";

/** Whatever the shop answers, the screen says what the cart holds, and nothing else. */

interface ShopLine {
  readonly key: string;
  readonly product: string;
  readonly quantity: number;
  readonly price: number;
}

/** The shop's server: its cart, what it sells, and what becomes of an addition. */
interface ShopServer {
  lines: readonly ShopLine[];
  available: boolean;
  /** What it charges for what is offered, whatever an offer says. */
  price: number;
  /** Default: the product is put into the cart at the shop's price. */
  onAdd?: (route: Route, put: () => void) => Promise<void>;
  readonly bodies: object[];
}

const PHONE: ShopLine = { key: "l1", product: "phone", quantity: 1, price: 49_900 };
const CASE: ShopLine = { key: "l2", product: "case", quantity: 1, price: 1990 };

/** The shop's own code for its cart, told to the widget. */
const ADAPTER = `{
  readCart: async () => (await fetch("/api/cart")).json(),
  async add(item) {
    const answer = await fetch("/api/cart/add", { method: "POST", body: JSON.stringify(item) });
    const { message } = await answer.json();
    return answer.ok ? { ok: true } : { ok: false, reason: "refused", message };
  },
  products: async () => (await fetch("/api/products")).json(),
}`;
const STUB = "window.goesWith=window.goesWith||function(){(goesWith.q=goesWith.q||[]).push(arguments)};";
const shopPage = (source: string, adapter = ADAPTER, config = "{}") => `<body data-goeswith-step="cart">
  <script>${STUB}goesWith("start", { config: ${config}, sources: [${source}], platform: ${adapter} })</script>
  ${CART}<main><goes-with placement="cart"></goes-with></main><script src="CDN/goeswith.js"></script></body>`;

async function openServer(page: Page): Promise<ShopServer> {
  const server: ShopServer = { lines: [PHONE], available: true, price: CASE.price, bodies: [] };
  const money = (minor: number) => ({ minor, currency: "EUR" });
  await page.route("**/api/cart", (route) =>
    route.fulfill({ json: { currency: "EUR", lines: server.lines.map(({ price, ...line }) => ({ ...line, price: money(price) })) } }),
  );
  await page.route("**/api/products", (route) =>
    route.fulfill({ json: [{ id: "case", title: "Clear case", price: money(server.price), available: server.available }] }),
  );
  await page.route("**/api/cart/add", async (route) => {
    const { product, quantity } = route.request().postDataJSON() as { product: string; quantity: number };
    server.bodies.push(route.request().postDataJSON() as object);
    const put = () => {
      server.lines = [...server.lines, { ...CASE, product, quantity }];
    };
    if (server.onAdd) return server.onAdd(route, put);
    put();
    return route.fulfill({ json: {} });
  });
  return server;
}

const offer = (page: Page) => page.locator("goes-with [data-offer]");
const addButton = (page: Page) => offer(page).getByRole("button", { name: "Add Clear case to cart" });
const status = (page: Page) => page.locator("goes-with").getByRole("status");

/** Other tests write this one way; these need the shop's server, too. */
const withShop = test.extend<{ server: ShopServer }>({
  server: async ({ page }, use) => use(await openServer(page)),
});

const FAULTS: readonly (readonly [words: RegExp, answer: (route: Route) => Promise<void>])[] = [
  [/Sold out this very minute\./, (route) => route.fulfill({ status: 422, json: { message: "Sold out this very minute." } })],
  [/could not do this/, (route) => route.fulfill({ status: 429, json: {} })],
  [/No connection/, (route) => route.fulfill({ status: 500, contentType: "text/html", body: "<h1>Oops</h1>" })],
  [/Slow down/, (route) => route.fulfill({ status: 429, json: { message: "Slow down, please." } })],
  [/No connection/, (route) => route.abort("connectionfailed")],
  [/Later/, (route) => route.fulfill({ status: 503, json: { message: "Later, please." } })],
  [/No connection/, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Please log in" })],
];

withShop(
  "row 6: with the collector blocked as an ad blocker does, offers stand and are added as ever",
  { tag: "@chromium" },
  async ({ page, site, server }) => {
    const blocked: string[] = [];
    await page.route("https://collector.test/**", async (route) => {
      blocked.push(route.request().url());
      await route.abort("blockedbyclient");
    });
    const report = { url: "https://collector.test/v1/events" };
    const config = JSON.stringify({ consent: "not-needed", report, experiment: { holdout: 0.000001 } });
    await page.goto(site.page(shopPage(SOURCE, ADAPTER, config)));
    await expect.poll(() => blocked.some((url) => url.endsWith("/events"))).toBe(true);
    await addButton(page).click();
    await expect(status(page)).toHaveText(/Clear case is in your cart/);
    expect(server.bodies).toHaveLength(1);
    expect(blocked.filter((url) => url.endsWith("/events")).length).toBeLessThanOrEqual(4);
  },
);

withShop(
  "row 86: sold out, too many requests, an error, no network and a page for an answer are told, the button is back, nothing counts as added",
  { tag: "@chromium" },
  async ({ page, site, server }) => {
    await page.goto(site.page(shopPage(SOURCE)));
    for (const [words, answer] of FAULTS) {
      server.onAdd = answer;
      await offer(page)
        .getByRole("button", { name: /^(Add|Try again)/ })
        .click();
      await expect(status(page)).toHaveText(words);
      await expect(offer(page).getByRole("button", { name: /^(Add|Try again)/ })).toBeEnabled();
      await expect(page.locator("goes-with").getByText(/is in your cart/)).toHaveCount(0);
    }
    expect([server.bodies.length, server.lines]).toEqual([FAULTS.length, [PHONE]]);
  },
);

withShop("row 87: what was added although the shop said no is told as added", { tag: "@chromium" }, async ({ page, site, server }) => {
  server.onAdd = (route, put) => {
    put();
    return route.fulfill({ status: 422, json: { message: "Sold out." } });
  };
  await page.goto(site.page(shopPage(SOURCE)));
  await addButton(page).click();
  await expect(status(page)).toHaveText("Clear case is in your cart");
  expect([server.bodies.length, server.lines.length]).toEqual([1, 2]);
});

withShop(
  "row 88: an addition that the shop loses to the shopper's own change is told as not added",
  { tag: "@chromium" },
  async ({ page, site, server }) => {
    server.onAdd = (route, put) => {
      // The shopper's change read the cart before us and writes it after us.
      const more = server.lines.map((line) => ({ ...line, quantity: 2 }));
      put();
      server.lines = more;
      return route.fulfill({ json: {} });
    };
    await page.goto(site.page(shopPage(SOURCE)));
    await addButton(page).click();
    await expect(status(page)).toHaveText(/could not do this/);
    expect(server.lines).toEqual([{ ...PHONE, quantity: 2 }]);
  },
);

withShop(
  "row 91: what an offer says it costs is neither asked of the shop nor shown in the place of the shop's price",
  { tag: "@chromium" },
  async ({ page, site, server }) => {
    const cheap = SOURCE.replace("minor: 1990", "minor: 1").replace(
      "available: true",
      "available: true, discount: 99, was: { minor: 199000, currency: 'EUR' }",
    );
    await page.goto(site.page(shopPage(cheap)));
    await expect(offer(page)).toContainText("€19.90");
    await addButton(page).click();
    await expect(status(page)).toHaveText("Clear case is in your cart");
    expect(server.bodies).toEqual([{ product: "case", quantity: 1 }]);
    await expect(offer(page)).not.toContainText(/0\.01|1,?990\.00|99 ?%/);
  },
);

withShop.describe("row 96: an offer", { tag: "@chromium" }, () => {
  withShop("of what the shop has no more is not made", async ({ page, site, server }) => {
    server.available = false;
    const answered = page.waitForResponse("**/api/products");
    await page.goto(site.page(shopPage(SOURCE)));
    await answered;
    await page.waitForLoadState("networkidle");
    await expect(offer(page)).toHaveCount(0);
  });

  withShop(
    "goes when the shopper puts its product into the cart elsewhere, and is not made on the next page",
    async ({ page, site, server }) => {
      await page.goto(site.page(shopPage(SOURCE)));
      await expect(addButton(page)).toBeVisible();
      server.lines = [PHONE, CASE];
      await page.evaluate(() => document.dispatchEvent(new Event("goeswith:change")));
      await expect(addButton(page)).toHaveCount(0);
      const answered = page.waitForResponse("**/api/cart");
      await page.reload();
      await answered;
      await page.waitForLoadState("networkidle");
      await expect(offer(page)).toHaveCount(0);
    },
  );

  withShop("to swap a line that the shop took out meanwhile ends in an honest word, and in no write", async ({ page, site, server }) => {
    const upSell = SOURCE.replace("minor: 1990", "minor: 52000").replace(
      /kind: "cross-sell", goesWith: \[(.*?)\]/,
      'kind: "up-sell", insteadOf: $1',
    );
    const adapter = ADAPTER.replace("async add(", "remove: async () => ({ ok: true }), async add(");
    server.price = 52_000;
    await page.goto(site.page(shopPage(upSell, adapter)));
    const swap = offer(page).getByRole("button", { name: /^Swap/ });
    await expect(swap).toBeVisible();
    // A read still under way would take the offer away before the press.
    await page.waitForLoadState("networkidle");
    server.lines = [];
    await swap.click();
    await expect(status(page)).toHaveText(/could not do this/);
    expect([server.bodies, server.lines]).toEqual([[], []]);
  });
});

withShop(
  "row 80: a theme that can be heard in no other way is heard by wrapping its requests, which a stop gives back",
  { tag: "@chromium" },
  async ({ page, site, server }) => {
    await page.addInitScript("delete globalThis.PerformanceObserver; document.own = { fetch, open: XMLHttpRequest.prototype.open }");
    await page.route("**/api/basket", (route) => route.fulfill({ json: {} }));
    await page.goto(site.page(shopPage(SOURCE, ADAPTER, `{ platform: { hear: "wrap", cartUrls: ["/api/basket"] } }`)));
    const isOwn = () => page.evaluate("document.own.fetch === fetch && document.own.open === XMLHttpRequest.prototype.open");
    await expect(addButton(page)).toBeVisible();
    await expect.poll(isOwn).toBe(false);
    server.lines = [PHONE, CASE];
    await page.evaluate(() => fetch("/api/basket", { method: "POST" }));
    await expect(addButton(page)).toHaveCount(0);
    server.lines = [PHONE];
    await page.evaluate(() => {
      const request = new XMLHttpRequest();
      request.open("POST", "/api/basket");
      request.send();
    });
    await expect(addButton(page)).toBeVisible();
    await page.evaluate("goesWith('stop')");
    expect(await isOwn()).toBe(true);
  },
);
