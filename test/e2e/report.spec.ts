import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { REPORT_POLICY, REPORT_SHELL } from "../../widget/collector/doors/reportShell.ts";
import { aReport } from "../support/aReport.ts";
import { axeFindings } from "../support/assist.ts";
import { DIST } from "../support/dist.ts";
import { serve } from "../support/serve.ts";

const FIGURES = JSON.stringify(aReport({ truth: { checkouts: -0.2 } }));

/** The report's own page, and the same as one file. */
async function serveReport() {
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": REPORT_POLICY };
  const file = REPORT_SHELL.replace("</head>", `<script type="application/json" id="report-data">${FIGURES}</script></head>`);
  return serve((path) => {
    const { pathname } = new URL(path, "http://localhost");
    if (pathname === "/report/report.js")
      return { headers: { "content-type": "text/javascript" }, body: readFileSync(`${DIST}/report/report.js`) };
    if (pathname === "/report/live")
      return { headers: { "content-type": "text/event-stream" }, body: `retry: 60000\ndata: ${FIGURES}\n\n` };
    if (pathname === "/report/data") return { body: FIGURES };
    if (pathname === "/report" || pathname === "/file") return { headers, body: pathname === "/file" ? file : REPORT_SHELL };
    return undefined;
  });
}

for (const { device, width, language, title } of [
  { device: "a phone", width: 360, language: "Русский", title: "Отчёт о рекомендациях" },
  { device: "a desktop", width: 1280, language: "Polski", title: "Raport o rekomendacjach" },
] as const) {
  test(`the report fits ${device}, light and dark, in the language one chooses, and axe finds nothing @chromium`, async ({ page }) => {
    const served = await serveReport();
    const wrong: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && wrong.push(message.text())));
    page.on("pageerror", (error) => void wrong.push(error.message));
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${served.origin}/report?token=secret`);
    await expect(page.getByRole("alert")).toContainText("Offers are switched off");
    await page.getByRole("button", { name: language }).click();
    await expect(page).toHaveTitle(title);
    expect(await page.locator("html").getAttribute("lang")).toBe(language === "Polski" ? "pl" : "ru");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // What lies in a picture or under a heading that sticks it cannot tell the colours of.
      expect((await axeFindings(page, "body")).filter((finding) => !finding.startsWith("undecided color-contrast"))).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const charts = await page.locator(".chart svg").evaluateAll((all) => all.map((svg) => svg.clientWidth));
    expect(charts.length).toBeGreaterThan(5);
    expect(Math.min(...charts)).toBeGreaterThan(200);
    await expect(page.locator("footer a").first()).toHaveAttribute("href", `${served.origin}/export?table=events&format=csv&token=secret`);
    expect(wrong).toEqual([]);
    await served.stop();
  });
}

test("as one file the report asks nobody, says how far it goes, and starts in the language asked for @chromium", async ({ page }) => {
  const served = await serveReport();
  await page.goto(`${served.origin}/file?lang=ru`);
  await expect(page.locator("output")).toContainText("По состоянию на 15 июн. 2026");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe("rgb(255, 255, 255)");
  await expect(page.locator("footer")).toHaveCount(0);
  expect(served.hits).toEqual(["/file?lang=ru", "/report/report.js"]);
  await served.stop();
});
