import type { VNode } from "preact";
import type { ReportData } from "../../types/report.ts";
import { formatClock } from "./format.ts";
import { FunnelSection } from "./FunnelSection.tsx";
import { MoneySection } from "./MoneySection.tsx";
import { PairsSection } from "./PairsSection.tsx";
import { RefusalsSection } from "./RefusalsSection.tsx";
import { SeriesSection } from "./SeriesSection.tsx";
import { Basis, Headlines } from "./Summary.tsx";

/** `live`: changes are pushed; `polling`: asked for now and then; `lost`: the collector does not answer. */
export type Connection = "live" | "polling" | "lost";

export interface ReportProps {
  readonly data?: ReportData;
  /** When the figures came, in milliseconds since 1970. */
  readonly at?: number;
  readonly connection: Connection;
}

/** The whole page. */
export function Report({ data, at, connection }: ReportProps): VNode {
  return (
    <main>
      <header>
        <h1>Offers report</h1>
        <output class={`status ${connection}`}>
          {describe(connection)}
          {at === undefined ? "" : ` · ${formatClock(at)}`}
        </output>
      </header>
      {data ? <Figures data={data} /> : undefined}
    </main>
  );
}

function Figures({ data }: { readonly data: ReportData }): VNode {
  if (data.events === 0) return <Empty data={data} />;
  return (
    <>
      <Basis data={data} />
      <Headlines data={data} />
      <div class="sections">
        <FunnelSection data={data} />
        <SeriesSection data={data} />
        <MoneySection data={data} />
        <PairsSection data={data} />
        <RefusalsSection data={data} />
      </div>
    </>
  );
}

function Empty({ data }: { readonly data: ReportData }): VNode {
  return (
    <section class="empty">
      <h2>Nothing has arrived yet</h2>
      <p>As soon as a shopper sees an offer, it is counted here; this page fills by itself. If you expected something:</p>
      <ol>
        <li>
          Does <code>goeswith.json</code> say where events go? It needs <code>{REPORT_FIELD}</code>, with the address at which shoppers’
          browsers reach the collector.
        </li>
        <li>
          Was the collector started with <code>--origin</code> and your shop’s address?
        </li>
        <li>
          Has the shopper agreed to measuring? Without consent nothing is sent; <code>goesWith("consent", "measure")</code> gives it.
        </li>
      </ol>
      {data.dropped.total > 0 ? <Basis data={data} /> : undefined}
    </section>
  );
}

const REPORT_FIELD = '"report": { "url": "https://…" }';

function describe(connection: Connection): string {
  if (connection === "lost") return "The collector does not answer; trying again";
  return connection === "live" ? "Live" : "Updated now and then";
}
