import { createHash } from "node:crypto";
import { expect } from "@playwright/test";
import { built, manifest, script } from "../support/loaderSite.ts";
import { expectAtWork, expectIntact, expectOffer, shopPage, SOURCE, test } from "../support/loaderTest.ts";

const TAG = '<script src="CDN/goeswith.js" data-config="/goeswith.json"></script>';
const CORE = `/${Object.keys(manifest().files).find((name) => name.startsWith("c/core-"))}`;
const coreHits = (hits: readonly string[]) => hits.filter((path) => path === CORE).length;

const START = (more = "") => `goesWith("start", { sources: [${SOURCE}]${more} });`;
const attributes = (more: string) => TAG.replace("<script", `<script ${more}`);
const onLoad = (code: string) => `<script>addEventListener("load", async () => {${code}})</script>`;

/** Loads the tag in all the ways a theme, a tag manager or an optimiser may. */
const WAYS: readonly (readonly [way: string, html: string])[] = [
  ["in the body", shopPage(TAG, START())],
  ["async", shopPage(attributes("async"), START())],
  ["deferred", shopPage(attributes("defer"), START())],
  ["as a module", shopPage(attributes('type="module"'), START())],
  ["in the head, before the body", `<head>${TAG}</head>${shopPage("", START())}`],
  ["under another name", shopPage(attributes('data-base="CDN/"').replace("goeswith.js", "assets/x1.js?v=2"), START())],
  [
    "put in after the page was loaded",
    shopPage(
      onLoad(`
        const tag = document.createElement("script");
        tag.dataset.config = "/goeswith.json";
        tag.src = "CDN/goeswith.js";
        document.body.append(tag);`),
      START(),
    ),
  ],
  [
    "run by an optimiser that leaves the tag as it is",
    shopPage(attributes('type="text/delayed"') + onLoad('setTimeout(await (await fetch("CDN/goeswith.js")).text());'), START()),
  ],
  ["combined with other scripts", shopPage('<script src="CDN/all.js"></script>', START(', base: "CDN/", config: "/goeswith.json"'))],
];

/** What shops do most. */
const BY_MOST: ReadonlySet<string> = new Set(["in the body", "deferred", "as a module"]);

test.describe("row 66: it starts however it is loaded", () => {
  for (const [way, html] of WAYS) {
    test(way, { tag: BY_MOST.has(way) ? [] : "@firefox-long" }, async ({ page, site }) => {
      site.onCdn("/assets/x1.js?v=2", () => script(built("goeswith.js")));
      site.onCdn("/all.js", () => script(`var theme = 1;\n${built("goeswith.js")}\nvar more = 2;`));
      await page.goto(site.page(html));
      await expectOffer(page);
      expect(coreHits(site.cdn.hits)).toBe(1);
      expect(site.shop.hits.filter((path) => path === "/goeswith.json")).toHaveLength(1);
    });
  }

  test("as one file", async ({ page, site }) => {
    await page.goto(site.page(shopPage(TAG.replace("goeswith.js", "goeswith.one.js"), START())));
    await expectOffer(page);
    expect(site.cdn.hits).toEqual(["/goeswith.one.js"]);
  });

  test("with its configuration in the page, behind the tag", async ({ page, site, notes }) => {
    const config = '<script type="application/json" data-goeswith="config">{}</script>';
    await page.goto(site.page(shopPage(`<script src="CDN/goeswith.js"></script>${config}`)));
    await expectAtWork(page, notes);
  });
});

test("fetches nothing but itself where nothing configures it", { tag: "@chromium" }, async ({ page, site, notes }) => {
  await page.goto(site.page(shopPage('<script src="CDN/goeswith.js"></script>')));
  await page.waitForLoadState("networkidle");
  expect(site.cdn.hits).toEqual(["/goeswith.js"]);
  expect(notes.lines).toEqual([]);
});

test("leaves one global", { tag: "@chromium" }, async ({ page, site, notes }) => {
  const names = () => page.evaluate(() => Object.getOwnPropertyNames(globalThis));
  await page.goto(site.page(shopPage("").replaceAll("goesWith", "other")));
  const before = await names();
  await page.goto(site.page(shopPage(TAG)));
  await expectAtWork(page, notes);
  expect((await names()).filter((name) => !before.includes(name))).toEqual(["goesWith"]);
});

test("row 63: is no module of the page's own loader", { tag: "@chromium" }, async ({ page, site, notes }) => {
  const loaders =
    "<script>var defined = 0; function define() { defined++ } define.amd = {}; var module = { exports: {} }, exports = module.exports;</script>";
  await page.goto(site.page(shopPage(loaders + TAG)));
  await expectAtWork(page, notes);
  expect(await page.evaluate("[defined, Object.keys(module.exports).length]")).toEqual([0, 0]);
});

test.describe("row 62: names in the page that stand for others", { tag: "@chromium" }, () => {
  const clobbers = [
    '<img name="currentScript" data-config="https://evil.invalid/x.json">',
    '<form name="currentScript"><input name="tagName"><input name="dataset"></form>',
    '<form name="config" action="https://evil.invalid/"></form><a id="config" href="https://evil.invalid/"></a>',
    '<div id="goesWith"></div><a id="__CORE__"></a>',
    '<img name="prerendering">',
  ];
  for (const clobber of clobbers) {
    test(clobber, async ({ page, site, notes }) => {
      const evil: string[] = [];
      page.on("request", (request) => request.url().includes("evil") && evil.push(request.url()));
      await page.goto(site.page(shopPage(clobber + TAG)));
      await expectAtWork(page, notes);
      expect(evil).toEqual([]);
    });
  }

  test("a form named querySelector stops us without an error", async ({ page, site, notes }) => {
    await page.goto(site.page(shopPage(`<form name="querySelector"></form>${TAG}`)));
    await page.getByRole("button", { name: "Buy" }).click();
    expect(notes.errors).toEqual([]);
  });
});

test.describe("row 64 and 65: loaded twice", { tag: "@chromium" }, () => {
  test("the second copy says one line and leaves, and waiting calls are done once", async ({ page, site, notes }) => {
    await page.goto(site.page(shopPage(TAG + TAG, 'goesWith("waited");')));
    await expectAtWork(page, notes);
    expect(notes.lines.filter((line) => line.includes("leaves"))).toHaveLength(1);
    expect(notes.lines.filter((line) => line.includes('no command "waited"'))).toHaveLength(1);
    expect(coreHits(site.cdn.hits)).toBe(1);
  });

  for (const [order, first, second] of [
    ["the older first", "old.js", "goeswith.js"],
    ["the newer first", "goeswith.js", "old.js"],
  ] as const) {
    test(`two versions, ${order}: the first is at work`, async ({ page, site, notes }) => {
      site.onCdn("/old.js", () => script(built("goeswith.js").replaceAll(manifest().version, "0.0.1")));
      const tags = [first, second].map((name) => TAG.replace("goeswith.js", name)).join("");
      await page.goto(site.page(shopPage(tags)));
      await expectAtWork(page, notes);
      const atWork = first === "old.js" ? "0.0.1" : manifest().version;
      expect(await page.evaluate("goesWith.version")).toBe(atWork);
      expect(notes.lines.filter((line) => line.includes(`${atWork} is at work`))).toHaveLength(1);
    });
  }
});

test.describe("row 106: subresource integrity", () => {
  const withHash = (integrity: string) => TAG.replace("data-config", `integrity="${integrity}" crossorigin data-config`);
  const { integrity = "" } = manifest().files["goeswith.js"] ?? {};

  test("the hash of the manifest lets it in", async ({ page, site, notes }) => {
    await page.goto(site.page(shopPage(withHash(integrity))));
    await expectAtWork(page, notes);
  });

  test("one changed byte keeps it out, and the page is intact", async ({ page, site, notes }) => {
    site.onCdn("/goeswith.js", () => script(`${built("goeswith.js")} `));
    await page.goto(site.page(shopPage(withHash(integrity))));
    await expectIntact(page);
    expect(coreHits(site.cdn.hits)).toBe(0);
    expect(notes.errors).toEqual([]);
  });
});

test.describe("blocked and broken", () => {
  test("row 7: a blocked tag leaves the page as it is", async ({ page, site, notes }) => {
    await page.route("**/goeswith.js", (route) => route.abort("blockedbyclient"));
    await page.goto(site.page(shopPage(TAG, 'goesWith("consent", "measure");')));
    await expectIntact(page);
    expect(notes.lines.filter((line) => line.startsWith("goeswith"))).toEqual([]);
  });

  // Firefox remembers a file that failed for as long as the page lives: there, the second try is only for what import() was refused.
  test("a core that fails once is fetched once more", { tag: "@chromium" }, async ({ page, site, notes }) => {
    site.onCdn(CORE, (turn) => (turn === 0 ? { ...script(""), status: 503 } : script(built(CORE.slice(1)))));
    await page.goto(site.page(shopPage(TAG)));
    await expectAtWork(page, notes);
    expect(coreHits(site.cdn.hits)).toBe(2);
    await expect(page.locator('script[type="module"]')).toHaveCount(0);
  });

  test("a core that fails twice is left alone in silence", { tag: "@chromium" }, async ({ page, site, notes }) => {
    site.onCdn(CORE, () => ({ ...script(""), status: 503 }));
    await page.goto(site.page(shopPage(TAG)));
    await page.waitForLoadState("networkidle");
    await expectIntact(page);
    expect(coreHits(site.cdn.hits)).toBe(2);
    expect(notes.lines.filter((line) => line.startsWith("goeswith"))).toEqual([]);
  });
});

for (const [what, answer, line] of [
  ["is not there", { status: 404 }, /goeswith\.json answered 404/],
  ["is no JSON", { body: "{" }, /goeswith\.json is not JSON/],
] as const) {
  test(`a configuration that ${what} is said once, and nothing happens`, { tag: "@chromium" }, async ({ page, site, notes }) => {
    await page.route("**/goeswith.json", (route) => route.fulfill(answer));
    await page.goto(site.page(shopPage(TAG, START())));
    await expect.poll(() => notes.lines.filter((text) => line.test(text)).length).toBe(1);
    await expectIntact(page);
    expect(site.cdn.hits).toEqual(["/goeswith.js", CORE]);
  });
}

test("row 46: a prerendered page asks for nothing until it is shown", { tag: "@chromium" }, async ({ page, site, notes }) => {
  await page.addInitScript(() => Object.defineProperty(document, "prerendering", { value: true, configurable: true }));
  await page.goto(site.page(shopPage(TAG)));
  await page.waitForLoadState("networkidle");
  expect(site.cdn.hits).toEqual(["/goeswith.js"]);
  expect(site.shop.hits).not.toContain("/goeswith.json");
  await page.evaluate(() => {
    Object.defineProperty(document, "prerendering", { value: false, configurable: true });
    document.dispatchEvent(new Event("prerenderingchange"));
  });
  await expectAtWork(page, notes);
  expect(coreHits(site.cdn.hits)).toBe(1);
});

test("row 109: the tag's query and hash set nothing", { tag: "@chromium" }, async ({ page, site, notes }) => {
  await page.goto(
    site.page(
      shopPage(TAG.replace("goeswith.js", "goeswith.js?config=https://evil.invalid/x&base=https://evil.invalid/#config=//evil.invalid")),
    ),
  );
  await expectAtWork(page, notes);
  expect(coreHits(site.cdn.hits)).toBe(1);
});

test.describe("content security policies", () => {
  const policy = (directives: string) => ({
    "content-security-policy": `default-src 'none'; connect-src 'self'; img-src 'self'; ${directives}`,
  });
  const inlineHash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
  const stubOf = (html: string) => /<script nonce="abc">([^<]*)<\/script>/.exec(html)?.[1] ?? "";
  const nonced = TAG.replace("<script", '<script nonce="abc"');

  for (const directives of [
    "script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'",
    "script-src 'nonce-abc'",
    "script-src 'nonce-abc'; require-trusted-types-for 'script'; trusted-types 'none'",
  ]) {
    test(`row 104 and 105: ${directives}`, async ({ page, site, notes }) => {
      await page.goto(site.page(shopPage(nonced).replace(' onsubmit="return false"', ""), policy(directives)));
      await expectAtWork(page, notes);
      expect(notes.violations).toEqual([]);
    });
  }

  test("a hash with strict-dynamic refuses import(), and the script element is let in", async ({ page, site, notes }) => {
    const { integrity } = manifest().files["goeswith.js"] ?? { integrity: "" };
    const html = shopPage(TAG.replace("data-config", `integrity="${integrity}" crossorigin data-config`)).replace(
      ' onsubmit="return false"',
      "",
    );
    await page.goto(site.page(html, policy(`script-src '${integrity}' ${inlineHash(stubOf(html))} 'strict-dynamic'`)));
    await expectAtWork(page, notes);
    expect(notes.violations).toEqual(["script-src-elem"]);
    expect(coreHits(site.cdn.hits)).toBe(1);
  });

  test("the one file needs its own hash and nothing more", async ({ page, site, notes }) => {
    const { integrity } = manifest().files["goeswith.one.js"] ?? { integrity: "" };
    const tag = TAG.replace("goeswith.js", "goeswith.one.js").replace("data-config", `integrity="${integrity}" crossorigin data-config`);
    const html = shopPage(tag).replace(' onsubmit="return false"', "");
    await page.goto(site.page(html, policy(`script-src '${integrity}' ${inlineHash(stubOf(html))}`)));
    await expectAtWork(page, notes);
    expect(notes.violations).toEqual([]);
  });
});
