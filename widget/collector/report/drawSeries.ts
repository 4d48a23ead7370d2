import * as Plot from "@observablehq/plot";
import type { ReportData, Step } from "../../types/report.ts";
import type { Language } from "./createLanguage.ts";

const HEIGHT = 110;
const TICKS = 3;
/** Width in pixels a label of the time axis needs. */
const LABEL = 90;

export interface SeriesDrawing {
  readonly series: ReportData["series"];
  readonly step: Step;
  readonly language: Language;
}

/** The counts of one step as bars over time. */
export function drawSeries({ series: { points, unit }, step, language }: SeriesDrawing, width: number): Element {
  const most = Math.max(1, ...points.map((point) => point[step]));
  return Plot.plot({
    ...{ width, height: HEIGHT, marginLeft: 40, marginRight: 8, marginTop: 8, marginBottom: 24 },
    x: { type: "time", label: null, ticks: Math.max(2, Math.floor(width / LABEL)), tickFormat: (time: Date) => language.tick(+time, unit) },
    y: { label: null, domain: [0, most], ticks: Math.min(TICKS, most), tickFormat: (count: number) => language.count(count), nice: true },
    marks: [
      Plot.gridY({ ticks: Math.min(TICKS, most), className: "grid" }),
      Plot.rectY(points, { x1: "at", x2: "to", y: step, insetLeft: 0.5, insetRight: 0.5, rx: 1, className: "series" }),
      Plot.ruleY([0]),
    ],
  });
}
