import type { ReportData } from "../../types/report.ts";
import type { Language } from "./createLanguage.ts";

/** What every part of the report is made of. */
export interface SectionProps {
  readonly data: ReportData;
  readonly language: Language;
}
