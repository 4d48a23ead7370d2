import type { VNode } from "preact";
import type { SeriesPoint, Step } from "../../types/report.ts";
import { Chart } from "./Chart.tsx";
import { drawSeries } from "./drawSeries.ts";
import { fillText } from "./fillText.ts";
import { Scroll } from "./Scroll.tsx";
import type { SectionProps } from "./sectionProps.ts";
import { Table } from "./Table.tsx";

const DRAWN: readonly Step[] = ["seen", "taken", "ordered"];

/** Events over time, drawn and as a table. */
export function SeriesSection({ data: { series }, language }: SectionProps): VNode {
  const { texts, count, bucket } = language;
  return (
    <>
      <div class="beside">
        <div class="charts">
          {DRAWN.map((step) => (
            <Chart
              key={step}
              caption={texts.steps[step]}
              label={fillText(texts.time.overTime, { step: texts.steps[step] })}
              draw={(width) => drawSeries({ series, step, language }, width)}
            />
          ))}
        </div>
        <Scroll label={texts.time.asTable}>
          <Table
            label={texts.time.table}
            head={series.unit === "hour" ? texts.time.hour : texts.time.day}
            name={({ at }: SeriesPoint) => bucket(at, series.unit)}
            columns={(["shown", ...DRAWN] as const).map((step) => ({
              name: texts.steps[step],
              of: (point: SeriesPoint) => count(point[step]),
            }))}
            rows={series.points.toReversed()}
            isFixed
          />
        </Scroll>
      </div>
      <p class="note">{fillText(texts.time.zone, { zone: series.zone.replaceAll("_", " ") })}</p>
    </>
  );
}
