import type { VNode } from "preact";
import type { AverageOrder, ExtraSales, ReportData } from "../../types/report.ts";
import { formatCount, formatCounted, formatMinor } from "./format.ts";
import { Table } from "./Table.tsx";

/** What came from offers and was ordered, and how orders compare. */
export function MoneySection({ data: { extraSales, averages } }: { readonly data: ReportData }): VNode {
  const unpriced = extraSales.reduce((sum, row) => sum + row.unpriced, 0);
  return (
    <>
      <section>
        <h2>Extra sales</h2>
        {extraSales.length === 0 ? (
          <p class="note">No order with a line from an offer yet.</p>
        ) : (
          <Table
            label="Extra sales by currency"
            head="Currency"
            name={({ currency }: ExtraSales) => currency}
            columns={[
              { name: "Lines", of: ({ lines }) => formatCount(lines) },
              { name: "Added", of: ({ crossSell, currency }) => formatMinor(crossSell, currency) },
              { name: "Swapped", of: ({ upSell, currency }) => formatMinor(upSell, currency) },
              { name: "Together", of: ({ extra, currency }) => <b>{formatMinor(extra, currency)}</b> },
            ]}
            rows={extraSales}
          />
        )}
        <p class="note">
          Offers that were still in the placed order: an added product counts its order line, a swap counts what it cost more than what it
          replaced. {unpriced > 0 ? `${formatCounted(unpriced, "line has", "lines have")} no known price and no money here.` : ""}
        </p>
      </section>
      <section>
        <h2>Average order</h2>
        {averages.length === 0 ? (
          <p class="note">No orders yet.</p>
        ) : (
          <Table
            label="Average order by currency"
            head="Currency"
            name={({ currency }: AverageOrder) => currency}
            columns={[
              { name: "With an offer", of: (row) => <Mean of={row.withOffer} currency={row.currency} /> },
              { name: "All orders", of: (row) => <Mean of={row.all} currency={row.currency} /> },
            ]}
            rows={averages}
          />
        )}
        <p class="note">A description, not an effect: takers buy more anyway; this is not what the offers added.</p>
      </section>
    </>
  );
}

function Mean({ of: { orders, mean }, currency }: { readonly of: AverageOrder["all"]; readonly currency: string }): VNode {
  return (
    <>
      {formatMinor(mean, currency)} <small>{formatCounted(orders, "order")}</small>
    </>
  );
}
