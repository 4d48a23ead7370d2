import { h, render } from "preact";
import { onTestFinished } from "vitest";
import type { ReportData } from "../../../../widget/types/report.ts";
import type { LanguageCode } from "../../../../widget/collector/report/chooseLanguage.ts";
import { createLanguage } from "../../../../widget/collector/report/createLanguage.ts";
import type { Section } from "../../../../widget/collector/report/sections.ts";
import type { ReportProps } from "../../../../widget/collector/report/Report.tsx";
import { Report } from "../../../../widget/collector/report/Report.tsx";

/** The report as a page, which is empty again after the test. */
export function drawReport(data: ReportData, over: Partial<ReportProps> = {}): HTMLElement {
  onTestFinished(() => render(null, document.body));
  render(h(Report, { data, connection: "live", language: "en", onLanguage: () => undefined, ...over }), document.body);
  return document.body;
}

/** One part of it. */
export function drawPart(Part: Section["Body"], data: ReportData, code: LanguageCode = "en"): HTMLElement {
  onTestFinished(() => render(null, document.body));
  render(h(Part, { data, language: createLanguage(code, "UTC") }), document.body);
  return document.body;
}

/** Text of one part of the report, with plain spaces and signs. */
export function partOf(page: HTMLElement, selector: string): string {
  return plain(page.querySelector(selector)?.textContent ?? `nothing is ${selector}`);
}

/** Texts of a table's rows, cell by cell. */
export function rowsOf(page: HTMLElement, label: string): readonly (readonly string[])[] {
  const rows = page.querySelectorAll(`table[aria-label="${label}"] tbody tr`);
  return [...rows].map((row) => [...row.children].map((cell) => plain(cell.textContent)));
}

/** `Intl` writes narrow and unbreakable spaces, and we a word joiner. */
export function plain(text: string): string {
  return text.replaceAll("\u2060", "").replaceAll(/\s+/g, " ").trim();
}
