import type { VNode } from "preact";
import type { ReportData, SeriesPoint, Step } from "../../types/report.ts";
import { drawSeries } from "./drawSeries.ts";
import { formatBucket, formatCount } from "./format.ts";
import { Table } from "./Table.tsx";
import { STEPS } from "./words.ts";

const DRAWN: readonly Step[] = ["seen", "taken", "ordered"];

/** Events over time, drawn and as a table. */
export function SeriesSection({ data: { series } }: { readonly data: ReportData }): VNode {
  return (
    <section class="wide">
      <h2>{series.unit === "hour" ? "Hour by hour" : "Day by day"}</h2>
      <div class="beside">
        <div class="charts">
          {DRAWN.map((step) => (
            <figure key={step}>
              <figcaption>{STEPS[step]}</figcaption>
              <div class="chart" ref={(place) => void (place && drawSeries(place, { series, step, label: `${STEPS[step]} over time` }))} />
            </figure>
          ))}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        <section class="scroll" tabIndex={0} aria-label="The same as a table">
          <Table
            label="Events over time"
            head={series.unit === "hour" ? "From" : "Day"}
            name={({ at }: SeriesPoint) => formatBucket(at, series.unit)}
            columns={(["shown", ...DRAWN] as const).map((step) => ({
              name: STEPS[step],
              of: (point: SeriesPoint) => formatCount(point[step]),
            }))}
            rows={series.points.toReversed()}
          />
        </section>
      </div>
      <p class="note">Time zone: {series.zone.replaceAll("_", " ")}.</p>
    </section>
  );
}
