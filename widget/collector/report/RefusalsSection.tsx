import type { VNode } from "preact";
import type { RefusalAnswer, RefusedPair, ReportData } from "../../types/report.ts";
import { Bars } from "./Bars.tsx";
import { formatCount, formatCounted } from "./format.ts";
import { Pair } from "./Pair.tsx";
import { Table } from "./Table.tsx";
import { ANSWERS, FAILURES } from "./words.ts";

/** Why shoppers declined, and what the shop did not take. */
export function RefusalsSection({ data }: { readonly data: ReportData }): VNode {
  return (
    <>
      <section class="wide">
        <h2>Declined, and why</h2>
        {data.refused.length === 0 ? <p class="note">Nobody declined an offer.</p> : <Refusals data={data} />}
        {data.helpful > 0 ? <p class="note">{formatCounted(data.helpful, "offer was", "offers were")} called helpful.</p> : undefined}
      </section>
      <section class="wide">
        <h2>Did not work</h2>
        {data.failures.length === 0 ? (
          <p class="note">Whenever a shopper took an offer, the shop’s cart took it too.</p>
        ) : (
          <Bars label="Failed by reason" bars={data.failures.map(({ reason, count }) => ({ name: FAILURES[reason], count }))} />
        )}
      </section>
    </>
  );
}

function Refusals({ data: { refused, refusals, titles } }: { readonly data: ReportData }): VNode {
  const answers = Object.keys(ANSWERS) as RefusalAnswer[];
  return (
    <div class="beside even">
      <Bars label="Declined by answer" bars={answers.map((answer) => ({ name: ANSWERS[answer], count: refusals[answer] ?? 0 }))} />
      <Table
        label="Declined by offer"
        head="For → offered"
        name={(pair: RefusedPair) => <Pair pair={pair} titles={titles} />}
        columns={answers.map((answer) => ({ name: ANSWERS[answer], of: (pair: RefusedPair) => formatCount(pair.answers[answer] ?? 0) }))}
        rows={refused}
      />
    </div>
  );
}
