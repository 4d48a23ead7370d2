import * as Plot from "@observablehq/plot";
import type { EffectPoint } from "../../types/lift.ts";
import type { Language } from "./createLanguage.ts";

const HEIGHT = 320;
/** Width in pixels a label of the time axis needs. */
const LABEL = 90;

export interface DifferenceDrawing {
  readonly points: readonly EffectPoint[];
  readonly format: (value: number) => string;
  readonly language: Language;
}

/** The difference as it stood each evening, a line within the band of its interval. */
export function drawDifference({ points, format, language }: DifferenceDrawing, width: number): Element {
  const known = points.filter(({ estimate }) => estimate !== undefined);
  const days = [...new Set(points.map(({ day }) => day))];
  return Plot.plot({
    ...{ width, height: HEIGHT, marginLeft: 72, marginRight: 12, marginTop: 12, marginBottom: 28 },
    x: {
      ...{ type: "utc", label: null, domain: [days.at(0) ?? 0, days.at(-1) ?? 0] },
      ...{ ticks: Math.max(2, Math.floor(width / LABEL)), tickFormat: (day: Date) => language.utcTick(+day) },
    },
    y: { label: null, ticks: 5, tickFormat: format, nice: true },
    marks: [
      Plot.gridY({ ticks: 5, className: "grid" }),
      Plot.areaY(known, { x: "day", y1: "low", y2: "high", className: "band" }),
      Plot.ruleY([0], { className: "zero" }),
      Plot.lineY(known, { x: "day", y: "estimate", className: "line" }),
      Plot.dot(known.slice(-1), { x: "day", y: "estimate", r: 4, className: "estimate" }),
    ],
  });
}
