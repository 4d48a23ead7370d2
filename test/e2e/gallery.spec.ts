import { expect, type Page, test } from "@playwright/test";
import { type Asked, cutOff, findings, openGallery, styleOffers } from "../support/galleryPage.ts";
import { otherMachine } from "../support/sameMachine.ts";
import { fillCart, placement } from "../support/shopper.ts";

test.describe("axe finds nothing in any layout and state @chromium", () => {
  for (const asked of [{}, { lang: "ar", scheme: "dark" }])
    test(`row 123: by every rule, ${Object.values(asked).join(", ") || "as it opens"}`, async ({ page }) => {
      await openGallery(page, asked);
      expect(await findings(page)).toEqual([]);
    });

  test("row 123: by every rule, in the shopper's own colours", async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await openGallery(page);
    // Whose contrast is the shopper's own choice.
    expect(await findings(page, "structure")).toEqual([]);
  });

  for (const theme of ["loud", "plain", "none"])
    for (const scheme of ["light", "dark"])
      test(`row 123: about colours, ${theme}, ${scheme}${scheme === "dark" || theme === "plain" ? " @long" : ""}`, async ({ page }) => {
        await openGallery(page, { theme, scheme });
        expect(await findings(page, "contrast")).toEqual([]);
      });
});

test.describe("nothing is cut off or scrolled both ways @chromium", () => {
  for (const lang of ["en", "de", "ar"])
    test(`row 131: on 320 pixels, as at a zoom of 400 %, and with spaced text, ${lang}${lang === "de" ? " @long" : ""}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await openGallery(page, { lang });
      expect(await cutOff(page)).toEqual([]);
      await styleOffers(
        page,
        "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}",
      );
      expect(await cutOff(page)).toEqual([]);
    });

  test("row 131: with text twice as large", async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 800 });
    await openGallery(page, { lang: "de" });
    await page.addStyleTag({ content: "#scenes{font-size:32px}" });
    expect(await cutOff(page)).toEqual([]);
  });
});

/** A scene of each layout that shows most of it, and one of them in everything else that can be chosen. */
const PICTURES: readonly (Asked & { readonly name: string; readonly scene: string })[] = [
  { name: "list", layout: "list", scene: "list: every state" },
  { name: "strip", layout: "strip", scene: "strip: many" },
  { name: "bundle", layout: "bundle", scene: "bundle: three" },
  { name: "bump", layout: "bump", scene: "bump: done, with undo" },
  { name: "swap", layout: "swap", scene: "swap: done, with what no longer fits" },
  ...[
    { scheme: "dark" },
    { lang: "ar" },
    { lang: "de" },
    { theme: "loud" },
    { theme: "plain" },
    { theme: "none" },
    { density: "compact" },
    { density: "roomy" },
  ].map((asked) => ({ ...asked, name: `list-${Object.values(asked)[0]}`, layout: "list", scene: "list: narrow" })),
];

/** What a change of the looks would show in first. */
const OFTEN: ReadonlySet<string> = new Set(["list", "strip", "bundle", "bump", "swap", "list-dark", "list-ar"]);

test.describe("every layout looks as it did @chromium", () => {
  let reason: string | undefined;
  test.beforeAll(async ({ browser }, info) => {
    const page = await browser.newPage();
    reason = await otherMachine(page, info);
    await page.close();
    if (reason) console.log(`gallery pictures: ${reason}, so two drawings of this run are compared`);
  });

  for (const { name, scene, ...asked } of PICTURES)
    test(name, { tag: OFTEN.has(name) ? [] : "@long" }, async ({ page }) => {
      await page.setViewportSize({ width: 800, height: 900 });
      const draw = async () => {
        await openGallery(page, { ...asked, width: "640px" });
        return page.locator(`[aria-label="${scene}"]`);
      };
      if (!reason) return expect(await draw()).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.02 });
      const first = await (await draw()).screenshot({ animations: "disabled" });
      const second = await (await draw()).screenshot({ animations: "disabled" });
      expect(second.equals(first)).toBe(true);
    });
});

test("what the shop's stylesheet sets goes before what is read from the page @chromium", async ({ page }) => {
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":root{--goeswith-radius:3px}goes-with-offers{--goeswith-accent:rgb(255,220,80)}");
    document.adoptedStyleSheets = [sheet];
  });
  await openGallery(page, { layout: "list" });
  const accept = page.locator("goes-with-offers .accept").first();
  await expect(accept).toHaveCSS("background-color", "rgb(255, 220, 80)");
  await expect(accept).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(accept).toHaveCSS("border-top-left-radius", "3px");
  await page.evaluate(() => document.adoptedStyleSheets[0]!.replaceSync("goes-with-offers{--goeswith-accent:rgb(200,0,0)}"));
  await expect(accept).toHaveCSS("background-color", "rgb(200, 0, 0)");
});

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** What moved on the page without a press of the shopper's. */
const shifts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = new PerformanceObserver(() => {});
    seen.observe({ type: "layout-shift", buffered: true });
    const entries = seen.takeRecords() as Shift[];
    return entries
      .filter(({ hadRecentInput }) => !hadRecentInput)
      .map(({ value, sources }) => `${value} ${sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 80)).join(" ")}`);
  });

test("row 69: nothing moves in the gallery @chromium", async ({ page }) => {
  await openGallery(page);
  expect(await shifts(page)).toEqual([]);
});

for (const theme of ["lumen", "loud", "plain"])
  test(`row 69: nothing moves on any page of the shop, ${theme} @chromium${theme === "lumen" ? "" : " @long"}`, async ({ page }) => {
    await page.goto(`/?tag=off&theme=${theme}`);
    await fillCart(page, { product: "vela-10" });
    for (const [name, path] of [
      ["product", "/p/aster-9"],
      ["cart", "/cart"],
      ["checkout", "/checkout"],
    ] as const) {
      await page.goto(path);
      await expect(placement(page, name).locator("[data-offer]").first()).toBeVisible();
      expect(await shifts(page), name).toEqual([]);
    }
    await page.goto("/p/aster-9");
    await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
    const offers = placement(page, "drawer").locator("[data-offer]");
    await expect(offers.first()).toBeVisible();
    expect(await shifts(page), "drawer").toEqual([]);
  });
