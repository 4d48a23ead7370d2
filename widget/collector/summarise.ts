import type { Placement } from "../types/offer.ts";
import type {
  AnswerRow,
  AverageOrder,
  ExtraSales,
  FigureRows,
  Funnel,
  LookCounts,
  OrdersRow,
  PlaceRow,
  RefusalAnswer,
  RefusedPair,
  ReportFigures,
  SeriesPoint,
} from "../types/report.ts";
import { createBuckets } from "./buckets.ts";

/** Up to this span (milliseconds) the time series is by hour, beyond by day. */
const HOURLY_UP_TO = 3 * 86_400_000;

/**
 * Makes the report's figures of what a store counted. `zone` (IANA name) says where days begin.
 * No figure is NaN or infinite and no rate is over 1: where there is nothing to divide by, the figure is absent.
 */
export function summarise(rows: FigureRows, zone: string): ReportFigures {
  const { events, visits, first, last, dropped, pairs, failures } = rows;
  return {
    events,
    visits,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    orders: sum(rows.orders, ({ orders }) => orders),
    dropped: { total: sum(dropped, ({ count }) => count), reasons: dropped },
    ...summariseFunnel(rows),
    extraSales: byCurrency(rows.orderedLines, summariseExtra),
    averages: byCurrency(rows.orders, summariseAverages),
    pairs: pairs.map((pair) => ({ ...pair, ...rateOf(pair) })),
    ...summariseAnswers(rows.answers),
    failures,
    series: summariseSeries(rows.series, zone),
  };
}

function summariseFunnel({ places, orderedLines }: FigureRows): Pick<ReportFigures, "total" | "places"> {
  const keys = new Map([...places, ...orderedLines].map(({ placement, kind }) => [`${placement}.${kind}`, { placement, kind }]));
  const all = [...keys.values()].toSorted(byJourney).map(({ placement, kind }) => {
    const here = (row: { readonly placement: string; readonly kind: string }) => row.placement === placement && row.kind === kind;
    return { placement, kind, ...toFunnel(places.filter(here), orderedLines.filter(here)) };
  });
  return { total: toFunnel(places, orderedLines), places: all };
}

/** In the order in which a shopper comes by them. */
const JOURNEY: readonly Placement[] = ["product", "drawer", "cart", "checkout", "confirmation"];

function byJourney(a: Place, b: Place): number {
  return JOURNEY.indexOf(a.placement) - JOURNEY.indexOf(b.placement) || a.kind.localeCompare(b.kind, "en");
}

type Place = Pick<PlaceRow, "placement" | "kind">;

function toFunnel(counts: readonly LookCounts[], ordered: FigureRows["orderedLines"]): Funnel {
  const funnel = {
    shown: sum(counts, ({ shown }) => shown),
    seen: sum(counts, ({ seen }) => seen),
    opened: sum(counts, ({ opened }) => opened),
    taken: sum(counts, ({ taken }) => taken),
    takenUnseen: sum(counts, ({ takenUnseen }) => takenUnseen),
    undone: sum(counts, ({ undone }) => undone),
    ordered: sum(ordered, ({ lines }) => lines),
  };
  return { ...funnel, ...rateOf(funnel) };
}

/** Only what was both seen and taken is set against what was seen, so that the rate cannot exceed 1. */
function rateOf({ seen, taken, takenUnseen }: Pick<LookCounts, "seen" | "taken" | "takenUnseen">): { readonly rate?: number } {
  return seen > 0 ? { rate: (taken - takenUnseen) / seen } : {};
}

function summariseExtra(currency: string, rows: FigureRows["orderedLines"]): ExtraSales {
  const extraOf = (kind: string) =>
    sum(
      rows.filter((row) => row.kind === kind),
      ({ extra }) => extra,
    );
  const [crossSell, upSell] = [extraOf("cross-sell"), extraOf("up-sell")];
  return {
    currency,
    lines: sum(rows, ({ lines }) => lines),
    unpriced: sum(rows, ({ unpriced }) => unpriced),
    extra: crossSell + upSell,
    crossSell,
    upSell,
  };
}

function summariseAverages(currency: string, rows: readonly OrdersRow[]): AverageOrder {
  return { currency, withOffer: average(rows.filter(({ withOffer }) => withOffer)), all: average(rows) };
}

function average(rows: readonly OrdersRow[]): AverageOrder["all"] {
  const valued = sum(rows, (row) => row.valued);
  return { orders: sum(rows, ({ orders }) => orders), ...(valued > 0 && { mean: Math.round(sum(rows, (row) => row.sum) / valued) }) };
}

function summariseAnswers(rows: readonly AnswerRow[]): Pick<ReportFigures, "refused" | "refusals" | "helpful"> {
  const pairs = new Map<string, AnswerRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.for, row.product]);
    if (row.answer !== "helpful") pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  const refused = [...pairs.values()].flatMap(([first, ...others]) => (first ? [toRefused(first, [first, ...others])] : []));
  return {
    refused: refused.toSorted((a, b) => b.total - a.total),
    refusals: countAnswers(rows),
    helpful: sum(rows, ({ answer, count }) => (answer === "helpful" ? count : 0)),
  };
}

function toRefused(pair: Pick<AnswerRow, "for" | "product">, rows: readonly AnswerRow[]): RefusedPair {
  return { for: pair.for, product: pair.product, answers: countAnswers(rows), total: sum(rows, ({ count }) => count) };
}

function countAnswers(rows: readonly AnswerRow[]): RefusedPair["answers"] {
  const counts: Partial<Record<RefusalAnswer, number>> = {};
  for (const { answer, count } of rows) if (answer !== "helpful") counts[answer] = (counts[answer] ?? 0) + count;
  return counts;
}

function summariseSeries(rows: FigureRows["series"], zone: string): ReportFigures["series"] {
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

function byCurrency<Row extends { readonly currency: string }, T>(
  rows: readonly Row[],
  make: (currency: string, rows: readonly Row[]) => T,
): T[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].toSorted();
  return currencies.map((currency) =>
    make(
      currency,
      rows.filter((row) => row.currency === currency),
    ),
  );
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
