import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { reportFile } from "../../widget/collector/files/reportFile.ts";
import { aReport } from "../support/aReport.ts";
import { DIST } from "../support/dist.ts";

const HOSTILE = `</script><img src=x onerror="window.__x = 1"><!-- <script>`;

test("row 143: the report's one file shows hostile titles as they are written, and loads nothing but itself @chromium", async ({
  page,
}, info) => {
  const data = aReport();
  const [pair] = data.pairs;
  const titles = { ...data.titles, [pair?.product ?? ""]: HOSTILE };
  const file = info.outputPath("report.html");
  const script = readFileSync(`${DIST}/report/report.js`, "utf8");
  writeFileSync(file, reportFile({ data: { ...data, titles }, script, lang: "pl" }));
  const [wrong, asked] = [[] as string[], [] as string[]];
  page.on("console", (message) => void (message.type() === "error" && wrong.push(message.text())));
  page.on("pageerror", (error) => void wrong.push(error.message));
  page.on("request", (request) => void asked.push(request.url()));
  const address = pathToFileURL(file).href;
  await page.goto(address);
  await expect(page.getByText(HOSTILE).first()).toBeVisible();
  await expect(page).toHaveTitle("Raport o rekomendacjach");
  expect(await page.evaluate(() => "__x" in window)).toBe(false);
  expect([asked, wrong]).toEqual([[address], []]);
  // What somebody writes into the page later does not run either.
  await page
    .evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.__x = 1";
      document.body.append(script);
    })
    .catch(() => undefined);
  expect(await page.evaluate(() => "__x" in window)).toBe(false);
});
