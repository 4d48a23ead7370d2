import type { VNode } from "preact";
import type { AverageOrder, ExtraSales } from "../../types/report.ts";
import type { Language } from "./createLanguage.ts";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

/** What came from offers and was ordered. */
export function ExtraSection({ data: { extraSales }, language }: SectionProps): VNode {
  const { texts, count, counted, minor } = language;
  const unpriced = extraSales.reduce((sum, row) => sum + row.unpriced, 0);
  if (extraSales.length === 0) return <p class="note">{texts.extra.none}</p>;
  return (
    <>
      <Table
        label={texts.extra.table}
        head={texts.extra.currency}
        name={({ currency }: ExtraSales) => currency}
        columns={[
          { name: texts.extra.lines, of: ({ lines }) => count(lines) },
          { name: texts.extra.goesWith, of: ({ crossSell, currency }) => minor(crossSell, currency) },
          { name: texts.extra.instead, of: ({ upSell, currency }) => minor(upSell, currency) },
          { name: texts.extra.together, of: ({ extra, currency }) => <b>{minor(extra, currency)}</b> },
        ]}
        rows={extraSales}
        perRow={2}
      />
      <p class="note">{texts.extra.note}</p>
      {unpriced > 0 ? <p class="note">{counted(texts.extra.unpriced, unpriced)}</p> : undefined}
    </>
  );
}

/** How orders with something offered compare to all, without a word on why. */
export function AveragesSection({ data: { averages }, language }: SectionProps): VNode {
  const { texts } = language;
  return (
    <>
      {averages.length === 0 ? (
        <p class="note">{texts.averages.none}</p>
      ) : (
        <Table
          label={texts.averages.table}
          head={texts.extra.currency}
          name={({ currency }: AverageOrder) => currency}
          columns={[
            { name: texts.averages.takers, of: (row) => <Mean of={row.withOffer} currency={row.currency} language={language} /> },
            { name: texts.averages.all, of: (row) => <Mean of={row.all} currency={row.currency} language={language} /> },
          ]}
          rows={averages}
          perRow={2}
        />
      )}
      <p class="note">{texts.averages.note}</p>
    </>
  );
}

interface MeanProps {
  readonly of: AverageOrder["all"];
  readonly currency: string;
  readonly language: Language;
}

function Mean({ of: { orders, mean }, currency, language }: MeanProps): VNode {
  return (
    <>
      {language.minor(mean, currency)} <small>{language.counted(language.texts.orders, orders)}</small>
    </>
  );
}
