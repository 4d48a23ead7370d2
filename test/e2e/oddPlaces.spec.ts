import { expect } from "@playwright/test";
import { CART, expectAtWork, expectOffer, SOURCE, test } from "../support/loaderTest.ts";

/** Places that hold no block of ours, frames of another origin, and code of the shop's that throws wherever it is asked. */

const TAG = '<script src="CDN/goeswith.js"></script>';
const STUB = "window.goesWith=window.goesWith||function(){(goesWith.q=goesWith.q||[]).push(arguments)};";
const page = (place: string, calls: string) => `<body data-goeswith-step="cart"><script>${STUB}${calls}</script>
  <form id="buy" onsubmit="return false"><button>Buy</button></form>${CART}<main>${place}</main>${TAG}</body>`;
const start = (config: string, more = "") => `goesWith("start", { config: ${config}, sources: [${SOURCE}]${more} });`;
const AT_ANCHOR = `{ placements: { cart: { anchor: "#here" } } }`;

test.describe("row 77: a place that is", { tag: "@chromium" }, () => {
  for (const [what, place] of [
    ["a list", '<ul id="here"><li>Own</li></ul>'],
    ["a table", '<table id="here"><tbody><tr><td>Own</td></tr></tbody></table>'],
    ["a paragraph", '<p id="here">Own</p>'],
    ["an element with a shadow root", '<div id="here"><template shadowrootmode="open">Own</template></div>'],
  ] as const) {
    test(`${what} gets them beside it`, async ({ page: tab, site }) => {
      await tab.goto(site.page(page(place, start(AT_ANCHOR))));
      const host = tab.locator("goes-with-offers");
      await expect(host.getByText("Clear case")).toBeVisible();
      expect(await host.evaluate((one) => one.closest("#here") === null && one.previousElementSibling?.id)).toBe("here");
      expect(await tab.locator("#here").evaluate((one) => (one.shadowRoot ?? one).textContent?.trim())).toBe("Own");
    });
  }

  test("taken out of the page before they come is left alone", async ({ page: tab, site, notes }) => {
    const leaving = `const { recommend } = ${SOURCE}; const late = { name: "own", recommend: async () => { document.querySelector("#here").remove(); return recommend() } };`;
    await tab.goto(site.page(page('<div id="here"></div>', `${leaving} goesWith("start", { config: ${AT_ANCHOR}, sources: [late] });`)));
    await expect(tab.locator("#here")).toHaveCount(0);
    await expectAtWork(tab, notes);
    await expect(tab.locator("goes-with-offers")).toHaveCount(0);
  });
});

test("row 78: in a frame of another origin it works as anywhere", { tag: "@chromium" }, async ({ page: tab, site }) => {
  const inner = site.page(page('<goes-with placement="cart"></goes-with>', start("{}")));
  site.onCdn("/frame.html", () => ({
    headers: { "content-type": "text/html" },
    body: `<iframe src="${inner}" width="600" height="600"></iframe>`,
  }));
  await tab.goto(`${site.cdn.origin}/frame.html`);
  await expect(tab.frameLocator("iframe").locator("goes-with").getByText("Clear case")).toBeVisible();
});

const FAIL = '() => { throw new Error("injected") }';
const LOST = '() => Promise.reject(new Error("injected"))';
const own = (members: string) =>
  `{ name: "list", mount(root, props) { root.innerHTML = "<div data-offer=x>Own layout</div>"; return { update() {}, stop() {}, ${members} } } }`;

/** What the shop may give, and each way in which it throws. */
const INJECTED: Readonly<Record<string, string>> = {
  "a layout's mount": `, layouts: [{ name: "list", mount: ${FAIL} }]`,
  "a layout's update": `, layouts: [${own(`update: ${FAIL}`)}]`,
  "a layout's stop": `, layouts: [${own(`stop: ${FAIL}`)}]`,
  "sources and sinks": `, platform: { add: async () => ({ ok: false, reason: "refused" }) }, sources: [{ name: "bad", recommend: ${FAIL} }, { name: "worse", recommend: ${LOST} }, ${SOURCE}],
    sinks: [{ name: "bad", send: ${FAIL} }, { name: "worse", durable: true, send: ${LOST} }]`,
  "reading the cart": `, platform: { readCart: ${FAIL} }`,
  "reading the page": `, platform: { context: ${FAIL} }`,
  "watching the page and telling the order": `, platform: { watch: ${FAIL}, order: ${FAIL} }`,
  "adding to the cart": `, platform: { add: ${FAIL} }`,
  "adding, by rejection": `, platform: { add: ${LOST} }`,
  "live prices": `, platform: { products: ${FAIL} }`,
  anchors: `, platform: { get anchors() { throw new Error("injected") } }`,
};

/** Of each kind of part one that is asked late and one that is asked at once. */
const OFTEN = /^(a layout's mount|sources|reading the cart|watching|adding to|live)/;

test.describe("row 81: an error in", { tag: "@chromium" }, () => {
  for (const [what, more] of Object.entries(INJECTED)) {
    test(`${what} stays with us`, { tag: OFTEN.test(what) ? [] : "@long" }, async ({ page: tab, site, notes }) => {
      const calls = `goesWith("on", ${FAIL}); goesWith("consent", "measure"); ${start("{}", more)}`;
      await tab.goto(site.page(page('<goes-with placement="cart"></goes-with>', calls)));
      await expectAtWork(tab, notes);
      const add = tab.getByRole("button", { name: /^Add / }).first();
      const lives = /sinks|adding/.test(what);
      if (lives) {
        await expectOffer(tab);
        await add.click();
        if (what.startsWith("adding"))
          await expect(
            tab
              .locator("goes-with")
              .getByText(/could not|did not|not added|try again/i)
              .first(),
          ).toBeVisible();
      }
      await tab.waitForLoadState("networkidle");
      await tab.evaluate('goesWith("refresh")');
      await tab.evaluate('goesWith("stop")');
      await expect(tab.locator("goes-with-offers")).toHaveCount(0);
      await tab.getByRole("button", { name: "Buy" }).click();
      expect(notes.errors).toEqual([]);
    });
  }
});
