import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface BuildFile {
  readonly brotli: number;
}

const { files } = JSON.parse(readFileSync("dist/manifest.json", "utf8")) as { files: Readonly<Record<string, BuildFile>> };
const readme = readFileSync("README.md", "utf8");

/** Kilobytes of the files whose name begins with one of these. */
const sizeOf = (...names: readonly string[]): number => {
  const bytes = Object.entries(files).flatMap(([file, { brotli }]) => (names.some((name) => file.startsWith(name)) ? brotli : []));
  expect(bytes.length).toBeGreaterThanOrEqual(names.length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
};

/** What the README's table says in the row of that name; NaN where there is none. */
const saidOf = (what: string): number =>
  Number(
    readme
      .split("\n")
      .find((line) => line.startsWith(`| ${what} |`))
      ?.split("|")[2],
  );

describe("the README's figures", () => {
  it.each([
    ["the tag", sizeOf("goeswith.js")],
    ["all scripts until the first offer, the tag included", sizeOf("goeswith.js", "c/core-", "c/ui-", "c/en-")],
    [
      "afterwards, when the browser has time: presses, changes, reporting",
      sizeOf("c/attend-", "c/openMeasuring-", "c/takeOver-", "c/delivery-", "c/markupLater-", "c/hearPage-", "c/createShop-"),
    ],
    [
      "where some visits are held out: the part that draws the arm, before the first offer, besides",
      sizeOf("c/openMeasuring-", "c/toJson-"),
    ],
    ["where a variant has to be chosen, or more must stand beside a price, besides", sizeOf("c/rareParts-")],
    ["for WooCommerce", sizeOf("c/woocommerce-")],
    ["for PrestaShop", sizeOf("c/prestashop-")],
    ["for OpenCart", sizeOf("c/opencart-")],
    ["for Shopify", sizeOf("c/shopify-")],
    ["for a data layer", sizeOf("c/datalayer-")],
    ["what makes out the system, and what all share", sizeOf("c/platforms-", "c/createShop-")],
    ["everything in one file", sizeOf("goeswith.one.js")],
  ])("say of %s what the build says, to a tenth", (what, kilobytes) => {
    expect(Math.abs(saidOf(what) - kilobytes)).toBeLessThan(0.15);
  });
});
