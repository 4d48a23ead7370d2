import type { VNode } from "preact";
import type { MonthRow } from "../../types/report.ts";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

/** Months of which only sums are kept, the newest first. */
export function EarlierSection({ data: { earlier }, language }: SectionProps): VNode {
  const { texts, count, utcMonth } = language;
  return (
    <>
      <Table
        label={texts.earlier.title}
        head={texts.earlier.month}
        name={({ month }: MonthRow) => utcMonth(month)}
        columns={[
          { name: texts.earlier.visits, of: ({ visits }: MonthRow) => count(visits) },
          { name: texts.earlier.orders, of: ({ orders }) => count(orders) },
          ...(["shown", "seen", "opened", "taken", "ordered"] as const).map((step) => ({
            name: texts.steps[step],
            of: (row: MonthRow) => count(row[step]),
          })),
        ]}
        rows={earlier.toReversed()}
      />
      <p class="note">{texts.earlier.note}</p>
    </>
  );
}
