import type { VNode } from "preact";
import type { ReportData } from "../../types/report.ts";
import { describeDrop } from "./words.ts";
import { formatCount, formatCounted, formatMinor, formatMoment, formatShare } from "./format.ts";

/** The first line: what the figures rest on. */
export function Basis({ data }: { readonly data: ReportData }): VNode {
  const { visits, orders, first, last } = data;
  return (
    <p class="basis">
      <strong>{formatCounted(visits, "visit")}</strong> and <strong>{formatCounted(orders, "order")}</strong>
      {first !== undefined && last !== undefined ? `, from ${formatMoment(first)} to ${formatMoment(last)}` : ""}.{" "}
      {describeDrops(data.dropped)}
    </p>
  );
}

function describeDrops({ total, reasons }: ReportData["dropped"]): string {
  if (total === 0) return "No events were dropped.";
  const why = reasons.map(({ reason, count }) => `${formatCount(count)} ${describeDrop(reason)}`).join(", ");
  return `${formatCounted(total, "event")} dropped: ${why}.`;
}

/** The four figures to take along. */
export function Headlines({ data }: { readonly data: ReportData }): VNode {
  const { total, extraSales } = data;
  return (
    <dl class="headlines">
      <Headline name="Offers seen" figures={[formatCount(total.seen)]} note={`of ${formatCount(total.shown)} shown`} />
      <Headline
        name="Taken"
        figures={[formatCount(total.taken)]}
        note={total.rate === undefined ? "" : `${formatShare(total.rate)} of those seen`}
      />
      <Headline
        name="Still in the order"
        figures={[formatCount(total.ordered)]}
        note={total.ordered === 1 ? "order line" : "order lines"}
      />
      <Headline
        name="Extra sales"
        figures={extraSales.length > 0 ? extraSales.map(({ extra, currency }) => formatMinor(extra, currency)) : ["–"]}
        note="in placed orders"
      />
    </dl>
  );
}

function Headline({ name, figures, note }: { readonly name: string; readonly figures: readonly string[]; readonly note: string }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {figures.map((figure) => (
          <b key={figure}>{figure}</b>
        ))}
        <small>{note}</small>
      </dd>
    </div>
  );
}
