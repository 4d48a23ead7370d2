import type { VNode } from "preact";
import type { RefusalAnswer, RefusedPair } from "../../types/report.ts";
import { Bars } from "./Bars.tsx";
import { Pair } from "./Pair.tsx";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

/** Why shoppers declined. */
export function RefusalsSection({ data, language }: SectionProps): VNode {
  const { texts, counted } = language;
  return (
    <>
      {data.refused.length === 0 ? <p class="note">{texts.declined.none}</p> : <Refusals data={data} language={language} />}
      {data.helpful > 0 ? <p class="note">{counted(texts.declined.helpful, data.helpful)}</p> : undefined}
    </>
  );
}

function Refusals({ data: { refused, refusals, titles }, language }: SectionProps): VNode {
  const { texts, count } = language;
  const answers = Object.keys(texts.answers) as RefusalAnswer[];
  return (
    <div class="beside even">
      <Bars
        label={texts.declined.byAnswer}
        bars={answers.map((answer) => ({ name: texts.answers[answer], count: refusals[answer] ?? 0 }))}
        language={language}
      />
      <Table
        label={texts.declined.byPair}
        head={texts.pairs.pair}
        name={(pair: RefusedPair) => <Pair pair={pair} titles={titles} language={language} />}
        columns={answers.map((answer) => ({ name: texts.answers[answer], of: (pair: RefusedPair) => count(pair.answers[answer] ?? 0) }))}
        rows={refused}
      />
    </div>
  );
}

/** What the shop did not take. */
export function FailuresSection({ data: { failures }, language }: SectionProps): VNode {
  const { failed, failures: names } = language.texts;
  if (failures.length === 0) return <p class="note">{failed.none}</p>;
  return <Bars label={failed.byReason} bars={failures.map(({ reason, count }) => ({ name: names[reason], count }))} language={language} />;
}
