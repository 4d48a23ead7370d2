import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chunk, DIST, readManifest, withImports } from "../support/dist.ts";

const { files } = readManifest();
const brotli = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + (files[name]?.brotli ?? Number.NaN), 0);

/** A language's file: `c/de-HASH.js`, `c/later-de-HASH.js`. Only those of one language are ever loaded. */
const isText = (name: string) => /^c\/(later-)?[a-z]{2}-[\w-]{6}\.js$/.test(name) && !name.startsWith("c/ui-");

/** Bytes as a CDN sends them, brotli at its best. */
const BUDGETS: readonly { readonly what: string; readonly most: number; readonly names: readonly string[] }[] = [
  { what: "the tag", most: 1_000, names: ["goeswith.js"] },
  {
    what: "all scripts until the first offer",
    most: 16_000,
    names: ["goeswith.js", ...withImports(chunk("core")), ...withImports(chunk("ui")), ...withImports(chunk("en"))],
  },
  // With the switch file, which is read beside the model and not a round later.
  { what: "the part that draws the arm", most: 3_700, names: [chunk("openMeasuring"), chunk("toJson")] },
  { what: "the part that delivers events", most: 6_500, names: [chunk("delivery")] },
  ...["bump", "bundle", "strip", "swap"].map((layout) => ({ what: `the layout ${layout}`, most: 1_200, names: [chunk(layout)] })),
  { what: "the part that opens popovers", most: 6_500, names: [chunk("popover")] },
  { what: "what makes out a shop system, or reads a page of none", most: 2_600, names: [chunk("platforms")] },
  { what: "what all shop systems share", most: 1_900, names: [chunk("createShop")] },
  ...["woocommerce", "prestashop", "opencart", "shopify", "datalayer"].map((platform) => ({
    what: `the platform ${platform}`,
    most: 3_500,
    names: [...withImports(chunk(platform))].filter((name) => !["core", "platforms", "createShop"].map(chunk).includes(name)),
  })),
  { what: "the one file", most: 77_500, names: ["goeswith.one.js"] },
  {
    what: "everything that can ever be loaded",
    most: 88_000,
    names: ["goeswith.js", ...Object.keys(files).filter((name) => name.startsWith("c/") && (!isText(name) || /[/-]en-/.test(name)))],
  },
];

describe("what a shopper downloads", () => {
  it.each(BUDGETS)("$what stays within $most bytes", ({ names, most }) => {
    const size = brotli(new Set(names));
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(most);
  });

  it.each(["ar", "cs", "de", "en", "es", "fr", "pl", "ru", "tr", "uk"])("%s stays within 600 bytes in all", (language) => {
    const own = [chunk(language), chunk(`later-${language}`)];
    expect(own.every(isText)).toBe(true);
    expect(brotli(own)).toBeLessThanOrEqual(600);
  });

  it("the core needs no other file to run", () => {
    expect([...withImports(chunk("core"))]).toEqual([chunk("core")]);
  });

  it("what the first offer is drawn with needs one file beside the core", () => {
    expect([...withImports(chunk("ui"))].toSorted()).toEqual([chunk("core"), chunk("ui")].toSorted());
  });

  it("Preact comes after the first offer", () => {
    const holdsPreact = (name: string) => /\.__k\b/.test(readFileSync(join(DIST, chunk(name)), "utf8"));
    expect(holdsPreact("takeOver")).toBe(true);
    expect(["core", "ui", "en", "bump", "attend"].filter(holdsPreact)).toEqual([]);
  });
});
