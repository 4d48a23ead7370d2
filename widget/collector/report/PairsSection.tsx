import type { VNode } from "preact";
import type { ReportData } from "../../types/report.ts";
import type { Language } from "./createLanguage.ts";
import { Pair } from "./Pair.tsx";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

type Row = ReportData["pairs"][number];

/** Which offers do best. */
export function PairsSection({ data, language }: SectionProps): VNode {
  const { title, note } = language.texts.pairs;
  return (
    <>
      <Pairs label={title} rows={data.pairs} titles={data.titles} language={language} />
      <p class="note">{note}</p>
    </>
  );
}

/** Which are seen and not taken. */
export function WorstSection({ data, language }: SectionProps): VNode {
  const { worstTitle, worstNote, none } = language.texts.pairs;
  if (data.worst.length === 0) return <p class="note">{none}</p>;
  return (
    <>
      <Pairs label={worstTitle} rows={data.worst} titles={data.titles} language={language} />
      <p class="note">{worstNote}</p>
    </>
  );
}

interface PairsProps {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly titles: ReportData["titles"];
  readonly language: Language;
}

function Pairs({ label, rows, titles, language }: PairsProps): VNode {
  const { texts, count, share } = language;
  return (
    <Table
      label={label}
      head={texts.pairs.pair}
      name={(pair: Row) => <Pair pair={pair} titles={titles} language={language} />}
      columns={[
        { name: texts.steps.seen, of: ({ seen }) => count(seen) },
        { name: texts.steps.taken, of: ({ taken }) => count(taken) },
        { name: texts.funnel.rate, of: ({ rate }) => share(rate) },
        { name: texts.steps.ordered, of: ({ ordered }) => count(ordered) },
      ]}
      rows={rows}
    />
  );
}
