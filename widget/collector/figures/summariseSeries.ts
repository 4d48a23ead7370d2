import type { FigureRows, ReportFigures, SeriesPoint } from "../../types/report.ts";
import { createBuckets } from "./buckets.ts";

/** Up to this span (milliseconds) the time series is by hour, beyond by day. */
const HOURLY_UP_TO = 3 * 86_400_000;

/** The counts by hour or day of a time zone, the empty ones too. */
export function summariseSeries(rows: FigureRows["series"], zone: string): ReportFigures["series"] {
  const times = rows.map(({ at }) => at);
  const [first, last] = [times.reduce((a, b) => Math.min(a, b), Infinity), times.reduce((a, b) => Math.max(a, b), -Infinity)];
  const unit = last - first <= HOURLY_UP_TO ? "hour" : "day";
  const { startOf, next } = createBuckets(unit, zone);
  const points = new Map<number, SeriesPoint>();
  for (let at = rows.length > 0 ? startOf(first) : Infinity; at <= last; at = next(at)) {
    points.set(at, { at, to: next(at), shown: 0, seen: 0, taken: 0, ordered: 0 });
  }
  for (const { at, step, count } of rows) {
    const start = startOf(at);
    const point = points.get(start);
    if (point) points.set(start, { ...point, [step]: point[step] + count });
  }
  return { unit, zone, points: [...points.values()] };
}
