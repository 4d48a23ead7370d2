import type { VNode } from "preact";
import type { ReportData } from "../../types/report.ts";
import { formatCount, formatShare } from "./format.ts";
import { Pair } from "./Pair.tsx";
import { Table } from "./Table.tsx";

/** Which offers do best. */
export function PairsSection({ data: { pairs, titles } }: { readonly data: ReportData }): VNode {
  return (
    <section class="wide">
      <h2>Best offers</h2>
      <Table
        label="Best offers"
        head="For → offered"
        name={(pair: ReportData["pairs"][number]) => <Pair pair={pair} titles={titles} />}
        columns={[
          { name: "Seen", of: ({ seen }) => formatCount(seen) },
          { name: "Taken", of: ({ taken }) => formatCount(taken) },
          { name: "Rate", of: ({ rate }) => formatShare(rate) },
          { name: "Ordered", of: ({ ordered }) => formatCount(ordered) },
        ]}
        rows={pairs}
      />
      <p class="note">The best by orders, then by how often they were taken; a rate over few views says little.</p>
    </section>
  );
}
