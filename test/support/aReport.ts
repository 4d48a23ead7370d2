import type { LiftSettings } from "../../widget/types/lift.ts";
import type { LiftRows } from "../../widget/types/liftRows.ts";
import type { FigureRows, LookCounts, PairRow, ReportData } from "../../widget/types/report.ts";
import { DEFAULT_SETTINGS } from "../../widget/collector/lift/defaultSettings.ts";
import { summarise } from "../../widget/collector/figures/summarise.ts";
import { NO_ROWS } from "../unit/collector/noRows.ts";
import type { Truth } from "./simulateShop.ts";
import { DAY, FIRST_DAY, seedOf, simulateShop, toLiftRows } from "./simulateShop.ts";

/** Many orders a visit, so that few days tell much. */
const TRUTH: Truth = { visits: 3000, conversion: 0.4, meanOrder: 6000, logSpread: 0.5, taking: 0, growth: 0, checkouts: 0 };

export interface ReportWishes {
  readonly truth?: Partial<Truth>;
  readonly days?: number;
  readonly lift?: Partial<LiftRows>;
  readonly settings?: Partial<LiftSettings>;
  readonly rows?: Partial<FigureRows>;
  readonly data?: Partial<ReportData>;
}

/** Figures of a simulated shop with something in every part of the report. */
export function aReport({ truth, days = 14, lift, settings, rows, data }: ReportWishes = {}): ReportData {
  const shop = simulateShop({ ...TRUTH, ...truth }, seedOf(1));
  const ofArms = toLiftRows(Array.from({ length: days }, () => shop.next().value));
  const last = FIRST_DAY + days * DAY - 1;
  const { comparedVisits, posted, recognised } = ofArms;
  const known = { inNeither: 811, confirmed: Math.round(recognised / 0.76), unverified: 4, posted: posted - 210 };
  const counted: FigureRows = {
    ...NO_ROWS,
    ...COUNTED,
    ...series(days),
    first: FIRST_DAY,
    last,
    lift: { ...ofArms, ...known, ...AFTER, ...lift },
  };
  const said = { ...DEFAULT_SETTINGS, visits: Math.round(comparedVisits * 1.6), ...settings };
  return {
    ...summarise({ ...counted, visits: Math.round(comparedVisits * 1.1), ...rows }, "Europe/Warsaw", said),
    earlier: EARLIER,
    titles: TITLES,
    changes: CHANGES,
    ...data,
  };
}

const looks = (seen: number, taken: number): LookCounts => ({
  ...{
    shown: Math.round(seen * 1.7),
    seen,
    opened: Math.round(seen / 8),
    taken,
    takenUnseen: taken > 20 ? 3 : 0,
    undone: taken > 20 ? 2 : 0,
  },
});

const pair = (
  kind: PairRow["kind"],
  of: readonly [string, string],
  [seen, taken, ordered]: readonly [number, number, number],
): PairRow => ({
  ...{ kind, for: of[0], product: of[1], seen, taken, takenUnseen: 0, ordered },
});

const COUNTED: Partial<FigureRows> = {
  ...{
    events: 184_223,
    visits: 41_873,
    dropped: [
      { reason: "overflow", count: 41 },
      { reason: "expired", count: 3 },
    ],
  },
  places: [
    { placement: "product", kind: "cross-sell", ...looks(31_204, 912) },
    { placement: "product", kind: "up-sell", ...looks(18_233, 402) },
    { placement: "drawer", kind: "cross-sell", ...looks(8120, 611) },
    { placement: "cart", kind: "cross-sell", ...looks(6211, 380) },
    { placement: "cart", kind: "up-sell", ...looks(2120, 17) },
    { placement: "checkout", kind: "cross-sell", ...looks(2901, 340) },
  ],
  sources: [
    { source: "model", ...looks(62_004, 2401), ordered: 1611 },
    { source: "rules", ...looks(6103, 240), ordered: 133 },
    { source: "warehouse-clearance", ...looks(682, 21), ordered: 9 },
  ],
  visitSteps: [
    { shown: 21_310, seen: 16_044, opened: 4210, taken: 2133, ordered: 1404 },
    { placement: "product", kind: "cross-sell", shown: 18_201, seen: 12_877, opened: 3011, taken: 890, ordered: 611 },
    { placement: "checkout", kind: "cross-sell", shown: 2901, seen: 2610, opened: 12, taken: 338, ordered: 330 },
    { source: "model", shown: 20_112, seen: 15_007, opened: 4011, taken: 2001, ordered: 1321 },
  ],
  orderedLines: [
    { placement: "product", kind: "cross-sell", currency: "EUR", lines: 1290, unpriced: 2, extra: 3_012_455 },
    { placement: "product", kind: "up-sell", currency: "EUR", lines: 211, unpriced: 0, extra: 1_811_020 },
    { placement: "checkout", kind: "cross-sell", currency: "EUR", lines: 252, unpriced: 0, extra: 403_100 },
  ],
  orders: [
    { currency: "EUR", withOffer: true, orders: 1404, valued: 1404, sum: 12_400_311 },
    { currency: "EUR", withOffer: false, orders: 4801, valued: 4790, sum: 28_133_001 },
  ],
  pairs: [
    pair("cross-sell", ["aster-9", "clear-aster-9"], [4120, 380, 301]),
    pair("up-sell", ["aster-9", "aster-9-plus"], [3011, 120, 96]),
    pair("cross-sell", ["studio-one", "case-studio"], [1204, 96, 80]),
  ],
  worst: [pair("cross-sell", ["terra-x", "glass-terra-x"], [2208, 2, 1]), pair("up-sell", ["p-77120", "p-77121"], [911, 3, 0])],
  answers: [
    { for: "terra-x", product: "glass-terra-x", answer: "does-not-fit", count: 41 },
    { for: "terra-x", product: "glass-terra-x", answer: "none", count: 60 },
    { for: "aster-9", product: "aster-9-plus", answer: "too-dear", count: 112 },
    { for: "aster-9", product: "clear-aster-9", answer: "have-it", count: 87 },
    { for: "aster-9", product: "clear-aster-9", answer: "not-for-me", count: 22 },
    { for: "aster-9", product: "clear-aster-9", answer: "helpful", count: 31 },
  ],
  failures: [
    { reason: "sold-out", count: 12 },
    { reason: "network", count: 3 },
  ],
};

function series(days: number): Pick<FigureRows, "series"> {
  const steps = { shown: 800, seen: 480, taken: 60, ordered: 31 } as const;
  const names = Object.keys(steps) as readonly (keyof typeof steps)[];
  const ofDay = (day: number) =>
    names.map((step) => ({ at: FIRST_DAY + day * DAY + DAY / 2, step, count: Math.round(steps[step] * (1 + 0.3 * Math.sin(day))) }));
  return { series: Array.from({ length: days }, (_, day) => ofDay(day)).flat() };
}

const AFTER: Partial<LiftRows> = {
  afterwards: [
    { arm: "offers", orders: 8120, returned: 402, customers: 1204, repeated: 231 },
    { arm: "holdout", orders: 8085, returned: 411, customers: 1199, repeated: 214 },
  ],
};

const EARLIER: NonNullable<ReportData["earlier"]> = [
  { month: Date.UTC(2025, 3, 1), visits: 71_200, orders: 2911, shown: 120_334, seen: 61_200, opened: 8100, taken: 2011, ordered: 1402 },
  { month: Date.UTC(2025, 4, 1), visits: 68_003, orders: 2780, shown: 113_042, seen: 58_917, opened: 7822, taken: 1911, ordered: 1311 },
];

const TITLES: ReportData["titles"] = {
  ...{ "aster-9": "Aster 9 Smartphone 128 GB, Midnight", "clear-aster-9": "Clear case for Aster 9", "aster-9-plus": "Aster 9 Plus" },
  ...{ "terra-x": "Terra X rugged phone", "glass-terra-x": "Screen protector for Terra X", "studio-one": "Studio One headphones" },
  "case-studio": "Hard case for Studio One",
};

const CHANGES: NonNullable<ReportData["changes"]> = {
  build: "b4f09a11",
  pairs: [
    { kind: "cross-sell", for: "terra-x", product: "glass-terra-x", factor: 0, reason: "does-not-fit" },
    { kind: "up-sell", for: "aster-9", product: "aster-9-plus", factor: 0.6, reason: "refused" },
    { kind: "cross-sell", for: "aster-9", product: "clear-aster-9", factor: 1.25, reason: "taken" },
  ],
};
