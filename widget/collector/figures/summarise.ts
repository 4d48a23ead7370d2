import type { Placement } from "../../types/offer.ts";
import type { AverageOrder, ExtraSales, FigureRows, Funnel, LookCounts, OrdersRow, PlaceRow, ReportFigures } from "../../types/report.ts";
import type { LiftSettings } from "../../types/lift.ts";
import { DEFAULT_SETTINGS } from "../lift/defaultSettings.ts";
import { summariseLift } from "../lift/summariseLift.ts";
import { sum } from "./sum.ts";
import { summariseAnswers } from "./summariseAnswers.ts";
import { summariseSeries } from "./summariseSeries.ts";

/**
 * Makes the report's figures of what a store counted. `zone` (IANA name) says where days begin.
 * No figure is NaN or infinite and no rate is over 1: where there is nothing to divide by, the figure is absent.
 */
export function summarise(rows: FigureRows, zone: string, settings: LiftSettings = DEFAULT_SETTINGS): ReportFigures {
  const { events, visits, first, last, dropped, pairs, worst, failures, earlier } = rows;
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
    pairs: pairs.map(withRate),
    worst: worst.map(withRate),
    sources: rows.sources.map(withRate),
    visitSteps: rows.visitSteps,
    ...summariseAnswers(rows.answers),
    ...{ failures, earlier },
    series: summariseSeries(rows.series, zone),
    lift: summariseLift({ rows: rows.lift, visits, settings, ...(last !== undefined && { now: last }) }),
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

function withRate<Row extends Pick<LookCounts, "seen" | "taken" | "takenUnseen">>(row: Row): Row & { readonly rate?: number } {
  return { ...row, ...rateOf(row) };
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
