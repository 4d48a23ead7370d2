import type { VNode } from "preact";
import type { ChangedPair } from "../../types/changes.ts";
import { fillText } from "./fillText.ts";
import { Pair } from "./Pair.tsx";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

/** What shoppers' answers moved in the newest model. */
export function ChangesSection({ data: { changes, titles }, language }: SectionProps): VNode {
  const { texts, change } = language;
  if (!changes || changes.pairs.length === 0) return <p class="note">{texts.changes.none}</p>;
  return (
    <>
      <Table
        label={texts.changes.title}
        head={texts.pairs.pair}
        name={(pair: ChangedPair) => <Pair pair={pair} titles={titles} language={language} />}
        columns={[
          { name: texts.changes.weight, of: ({ factor }: ChangedPair) => (factor === 0 ? texts.changes.out : change(factor - 1)) },
          { name: texts.changes.why, of: ({ reason }) => texts.changes.reasons[reason] },
        ]}
        rows={changes.pairs}
      />
      <p class="note">{fillText(texts.changes.note, { build: changes.build })}</p>
    </>
  );
}
