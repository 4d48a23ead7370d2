import { expect, type Page, test as base } from "@playwright/test";
import { createLoaderSite, type LoaderSite } from "./loaderSite.ts";

/** What a page has noticed of us: errors, and lines on the console. */
export interface Notes {
  readonly errors: string[];
  readonly lines: string[];
  readonly violations: string[];
}

const STUB = "window.goesWith=window.goesWith||function(){(goesWith.q=goesWith.q||[]).push(arguments)};";

/** What a browser writes about a request that was refused or failed; Firefox reports it as an error of the page. */
const OF_THE_BROWSER =
  /Failed to load|Content.Security.Policy|CORS policy|Cross-Origin Request|valid digest|integrity|Loading (?:failed|module)/;

/** A cart in the page, and a source of one offer for it. */
export const CART = `<script type="application/json" data-goeswith="cart">
  {"currency":"EUR","lines":[{"key":"l1","product":"phone","quantity":1,"price":499,"title":"Aster 9"}]}</script>`;
export const SOURCE = `{ name: "own", recommend: async () => [{
  product: { id: "case", title: "Clear case", url: "/case", price: { minor: 1990, currency: "EUR" }, available: true, categories: ["Cases"] },
  score: 1, source: "own", kind: "cross-sell", goesWith: [{ line: "l1" }], because: [{ kind: "rule" }] }] }`;

/** A page with a place for offers, the page's own button and the stub, with calls that wait. */
export const shopPage = (tags: string, calls = ""): string => `
  <body data-goeswith-step="cart">
    <script nonce="abc">${STUB}${calls}</script>
    <form id="buy" onsubmit="return false"><button>Buy</button></form>
    ${CART}
    <goes-with placement="cart"></goes-with>
    ${tags}
  </body>`;

/** The offer of that source is on the page. */
export const expectOffer = (page: Page): Promise<void> => expect(page.locator("goes-with").getByText("Clear case")).toBeVisible();

/** A site of its own for each test, and a page whose errors are noted. No test may leave an error in the page. */
export const test = base.extend<{ site: LoaderSite; notes: Notes }>({
  site: async ({}, use) => {
    const site = await createLoaderSite();
    await use(site);
    await site.stop();
  },
  notes: [
    async ({ page }, use) => {
      const notes: Notes = { errors: [], lines: [], violations: [] };
      const note = (isError: boolean, text: string) => (isError && !OF_THE_BROWSER.test(text) ? notes.errors : notes.lines).push(text);
      page.on("pageerror", (error) => note(true, String(error)));
      page.on("console", (message) => note(message.type() === "error", message.text()));
      await page.exposeFunction("noteViolation", (what: string) => void notes.violations.push(what));
      await page.addInitScript(() => {
        addEventListener("unhandledrejection", (event) => console.error("unhandled", event.reason));
        document.addEventListener("securitypolicyviolation", (event) => {
          void (globalThis as unknown as { noteViolation(what: string): void }).noteViolation(event.violatedDirective);
        });
      });
      await use(notes);
      expect(notes.errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** The core took the calls over: an unknown one is answered with a line. */
export async function expectAtWork(page: Page, notes: Notes): Promise<void> {
  const asked = () => notes.lines.filter((line) => line.includes('no command "ping"')).length;
  await expect
    .poll(async () => {
      await page.evaluate('goesWith("ping")');
      return asked();
    })
    .toBe(1);
}

/** Nothing of ours runs, and the page's own things do. */
export async function expectIntact(page: Page): Promise<void> {
  expect(await page.evaluate('goesWith("refresh")')).toBeUndefined();
  await page.getByRole("button", { name: "Buy" }).click();
  await expect(page.locator("goes-with")).toHaveJSProperty("offsetHeight", 0);
}
