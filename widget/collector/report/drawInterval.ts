import * as Plot from "@observablehq/plot";
import type { Range } from "../../types/lift.ts";

const HEIGHT = 74;
/** Width in pixels a label of the axis needs. */
const LABEL = 110;
/** Room beside the interval, as a share of all that is shown. */
const ROOM = 0.12;

export interface IntervalDrawing {
  readonly range: Range;
  readonly format: (value: number) => string;
}

/** A difference as a dot on its interval, with a line where there would be none. */
export function drawInterval({ range, format }: IntervalDrawing, width: number): Element {
  const [from, to] = [Math.min(0, range.low), Math.max(0, range.high)];
  const room = (to - from || 1) * ROOM;
  return Plot.plot({
    ...{ width, height: HEIGHT, marginLeft: 16, marginRight: 16, marginTop: 12, marginBottom: 28 },
    x: { domain: [from - room, to + room], label: null, ticks: Math.max(2, Math.floor(width / LABEL)), tickFormat: format },
    y: { axis: null },
    marks: [
      Plot.ruleX([0], { className: "zero" }),
      Plot.ruleY([range], { y: null, x1: "low", x2: "high", strokeWidth: 6, strokeLinecap: "round", className: "range" }),
      Plot.dotX([range], { x: "estimate", r: 6, className: "estimate" }),
    ],
  });
}
