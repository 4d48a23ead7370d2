import type { ReportData } from "../../types/report.ts";

export interface ReportFile {
  readonly data: ReportData;
  /** Language it was made in, where it says one (BCP 47). */
  readonly lang?: string;
}

/** The figures a page carries in itself: such a page is a file and has no collector to ask. */
export function readReportFile(page: Document): ReportFile | undefined {
  const place = page.querySelector<HTMLElement>('script[type="application/json"]#report-data');
  if (!place) return undefined;
  const lang = place.dataset["lang"] ?? page.documentElement.lang;
  return { data: JSON.parse(place.textContent) as ReportData, ...(lang && { lang }) };
}
