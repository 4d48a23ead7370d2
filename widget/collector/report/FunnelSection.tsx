import type { ComponentChild, VNode } from "preact";
import type { Funnel, ReportData } from "../../types/report.ts";
import { Bars } from "./Bars.tsx";
import { formatCount, formatCounted, formatShare } from "./format.ts";
import { Table } from "./Table.tsx";
import { KINDS, PLACEMENTS } from "./words.ts";

type Place = ReportData["places"][number];
/** A row of the table: a place, or all of them. */
type Row = Funnel & Partial<Pick<Place, "placement" | "kind">>;

/** From shown to ordered, over all and by placement and kind. */
export function FunnelSection({ data: { total, places } }: { readonly data: ReportData }): VNode {
  return (
    <section class="wide">
      <h2>From shown to ordered</h2>
      <Bars
        label="All offers"
        bars={[
          { name: "Shown", count: total.shown },
          { name: "Seen", count: total.seen },
          { name: "Opened", count: total.opened },
          { name: "Taken", count: total.taken },
          { name: "Ordered", count: total.ordered },
        ]}
      />
      <Table
        label="Offers by place"
        head="Where, and what for"
        name={nameOf}
        columns={[
          { name: "Shown", of: ({ shown }: Row) => formatCount(shown) },
          { name: "Seen", of: ({ seen }) => formatCount(seen) },
          { name: "Opened", of: ({ opened }) => formatCount(opened) },
          { name: "Taken", of: ({ taken }) => formatCount(taken) },
          { name: "Rate", of: ({ rate }) => formatShare(rate) },
          { name: "Ordered", of: ({ ordered }) => formatCount(ordered) },
        ]}
        rows={places.length > 1 ? [...places, total] : places}
        isTotal={({ placement }: Row) => !placement}
      />
      <p class="note">
        Counted once per offer and page view. Seen: at least half visible for one second. Taken: added or swapped in. Rate: taken of those
        seen. Ordered: order lines that came from the offer.
      </p>
      {total.takenUnseen + total.undone > 0 ? <p class="note">{notes(total)}</p> : undefined}
    </section>
  );
}

function nameOf({ placement, kind }: Row): ComponentChild {
  if (!placement || !kind) return "All";
  return (
    <>
      {PLACEMENTS[placement]} <small>{KINDS[kind]}</small>
    </>
  );
}

function notes({ takenUnseen, undone }: Funnel): string {
  const unseen = `${formatCounted(takenUnseen, "offer was", "offers were")} taken before counting as seen; the rate leaves them out.`;
  const back = `${formatCounted(undone, "was", "were")} taken back by the shopper.`;
  return [takenUnseen > 0 ? unseen : "", undone > 0 ? back : ""].join(" ");
}
