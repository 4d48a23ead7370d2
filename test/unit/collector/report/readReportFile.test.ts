// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { readReportFile } from "../../../../widget/collector/report/readReportFile.ts";

const pageOf = (html: string): Document => new DOMParser().parseFromString(html, "text/html");
const script = (attributes: string) => `<script type="application/json" id="report-data"${attributes}>{"events":3}</script>`;

it("reads the figures a page carries, and the language it was made in", () => {
  expect(readReportFile(pageOf(`<html lang="pl"><body>${script("")}</body></html>`))).toEqual({ data: { events: 3 }, lang: "pl" });
  expect(readReportFile(pageOf(`<html lang="en"><body>${script(' data-lang="ru"')}</body></html>`))?.lang).toBe("ru");
});

it("finds none in the collector's own page", () => {
  expect(readReportFile(pageOf('<html lang="en"><body><div id="report-data"></div></body></html>'))).toBeUndefined();
});
