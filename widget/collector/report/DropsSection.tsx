import type { VNode } from "preact";
import type { ReportData } from "../../types/report.ts";
import type { Language } from "./createLanguage.ts";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

type Row = ReportData["dropped"]["reasons"][number];

/** Events that never came into a figure, and why. */
export function DropsSection({ data: { dropped }, language }: SectionProps): VNode {
  const { texts, count } = language;
  if (dropped.total === 0) return <p class="note">{texts.drops.none}</p>;
  return (
    <>
      <p class="note">{texts.drops.some}</p>
      <Table
        label={texts.drops.title}
        head={texts.drops.reason}
        name={({ reason }: Row) => describeDrop(reason, language)}
        columns={[{ name: texts.drops.count, of: (row: Row) => count(row.count) }]}
        rows={dropped.reasons}
        isFixed
      />
    </>
  );
}

/** A word of a later browser, or of nobody we know, is shown as it is. */
function describeDrop(reason: string, { texts }: Language): string {
  const known: Readonly<Record<string, string>> = texts.drops.reasons;
  return Object.hasOwn(known, reason) ? (known[reason] ?? reason) : reason.replaceAll(/[_-]/g, " ");
}
