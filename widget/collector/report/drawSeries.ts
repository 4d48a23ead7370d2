import * as Plot from "@observablehq/plot";
import type { ReportData, Step } from "../../types/report.ts";

const HEIGHT = 110;
const TICKS = 3;
/** Width in pixels a label of the time axis needs. */
const LABEL = 90;

export interface Drawing {
  readonly series: ReportData["series"];
  readonly step: Step;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

/** Draws the counts of one step as bars over time into an element of the page, in place of what was there. */
export function drawSeries(place: HTMLElement, { series, step, label }: Drawing): void {
  const width = Math.max(place.clientWidth, 240);
  const most = Math.max(1, ...series.points.map((point) => point[step]));
  const chart = Plot.plot({
    ...{ width, height: HEIGHT, marginLeft: 36, marginRight: 8, marginTop: 8, marginBottom: 24, ariaLabel: label },
    x: { type: "time", label: null, ticks: Math.max(2, Math.floor(width / LABEL)) },
    y: { label: null, domain: [0, most], ticks: Math.min(TICKS, most), tickFormat: "~s", grid: true, nice: true },
    marks: [
      Plot.rectY(series.points, { x1: "at", x2: "to", y: step, insetLeft: 0.5, insetRight: 0.5, rx: 1, className: "series" }),
      Plot.ruleY([0]),
    ],
  });
  // The policy of the page allows no style elements; what this one holds is in the page's own sheet.
  for (const style of chart.querySelectorAll("style")) style.remove();
  place.replaceChildren(chart);
}
