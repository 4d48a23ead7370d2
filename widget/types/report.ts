import type { Answer } from "./event.ts";
import type { ModelChanges } from "./changes.ts";
import type { LiftFigures } from "./lift.ts";
import type { LiftRows } from "./liftRows.ts";
import type { OfferKind, Placement } from "./offer.ts";
import type { ProductId } from "./product.ts";
import type { RefusalCode } from "./platform.ts";

/** One offer in one page view is one look, however often it was drawn there. All counts of offers below count looks. */
export interface LookCounts {
  readonly shown: number;
  readonly seen: number;
  readonly opened: number;
  /** Added or swapped, also when it was taken back later. */
  readonly taken: number;
  /** Of `taken`: those without a `seen` in the same page view. */
  readonly takenUnseen: number;
  /** Taken back by the shopper. */
  readonly undone: number;
}

export interface PlaceRow extends LookCounts {
  readonly placement: Placement;
  readonly kind: OfferKind;
}

export interface SourceRow extends LookCounts {
  /** What proposed the offers. */
  readonly source: string;
  /** Lines of placed orders that came from them. */
  readonly ordered: number;
}

/** Visits in which a step was taken at least once: of all offers, of a placement and kind, or of a source. */
export interface VisitStepsRow {
  readonly placement?: Placement;
  readonly kind?: OfferKind;
  readonly source?: string;
  readonly shown: number;
  readonly seen: number;
  readonly opened: number;
  readonly taken: number;
  readonly ordered: number;
}

/** Lines of placed orders that came from an offer. */
export interface OrderedLinesRow {
  readonly placement: Placement;
  readonly kind: OfferKind;
  readonly currency: string;
  readonly lines: number;
  /** Of `lines`: those whose money is not known. */
  readonly unpriced: number;
  /** Minor units. A cross-sell counts its line, an up-sell what it cost more than the line it replaced. */
  readonly extra: number;
}

/** Placed orders, apart by whether a line of theirs came from an offer. */
export interface OrdersRow {
  readonly currency: string;
  readonly withOffer: boolean;
  readonly orders: number;
  /** Of `orders`: those whose total is known; `sum` is over these, in minor units. */
  readonly valued: number;
  readonly sum: number;
}

export interface PairRow {
  readonly kind: OfferKind;
  readonly for: ProductId;
  readonly product: ProductId;
  readonly seen: number;
  readonly taken: number;
  readonly takenUnseen: number;
  readonly ordered: number;
}

export interface AnswerRow {
  readonly for: ProductId;
  readonly product: ProductId;
  /** `none`: declined without an answer. */
  readonly answer: Answer | "none";
  readonly count: number;
}

/** A month of which only sums are kept. Looks, visits and orders; `month` is its first millisecond in UTC. */
export interface MonthRow {
  readonly month: number;
  readonly visits: number;
  readonly orders: number;
  readonly shown: number;
  readonly seen: number;
  readonly opened: number;
  readonly taken: number;
  readonly ordered: number;
}

export type Step = "shown" | "seen" | "taken" | "ordered";

/** What a store counts. Plain rows; nothing is rounded, divided or put into words. */
export interface FigureRows {
  readonly events: number;
  readonly visits: number;
  /** Milliseconds since 1970 of the oldest and the newest event; absent when there is none. */
  readonly first?: number;
  readonly last?: number;
  readonly dropped: readonly { readonly reason: string; readonly count: number }[];
  readonly places: readonly PlaceRow[];
  readonly sources: readonly SourceRow[];
  readonly visitSteps: readonly VisitStepsRow[];
  readonly orderedLines: readonly OrderedLinesRow[];
  readonly orders: readonly OrdersRow[];
  /** The best, at most as many as the report lists. */
  readonly pairs: readonly PairRow[];
  /** Those least taken for how often they were seen, the worst first; none that was hardly seen. */
  readonly worst: readonly PairRow[];
  readonly answers: readonly AnswerRow[];
  readonly failures: readonly { readonly reason: RefusalCode; readonly count: number }[];
  /** By quarter of an hour, because every time zone's days begin on one. `at` is its beginning. */
  readonly series: readonly { readonly at: number; readonly step: Step; readonly count: number }[];
  /** Before the raw events begin, oldest first. */
  readonly earlier: readonly MonthRow[];
  readonly lift: LiftRows;
}

/** Counts with what follows from them. `rate` is taken ÷ seen, 0 to 1, absent where nothing was seen. */
export interface Funnel extends LookCounts {
  /** Lines of placed orders that came from it. */
  readonly ordered: number;
  readonly rate?: number;
}

export interface ExtraSales {
  readonly currency: string;
  readonly lines: number;
  readonly unpriced: number;
  /** Minor units; `extra` is the sum of the two others. */
  readonly extra: number;
  readonly crossSell: number;
  readonly upSell: number;
}

/** Mean order in minor units, rounded to whole ones; absent where no order's total is known. */
export interface AverageOrder {
  readonly currency: string;
  /** Takers buy more anyway: this describes them and is no effect. */
  readonly withOffer: { readonly orders: number; readonly mean?: number };
  readonly all: { readonly orders: number; readonly mean?: number };
}

export interface RefusedPair {
  readonly for: ProductId;
  readonly product: ProductId;
  readonly answers: Readonly<Partial<Record<RefusalAnswer, number>>>;
  readonly total: number;
}

export type RefusalAnswer = Exclude<Answer, "helpful"> | "none";

/** One bar of the time series, from `at` to before `to`, milliseconds since 1970. */
export type SeriesPoint = { readonly at: number; readonly to: number } & Readonly<Record<Step, number>>;

/** Everything the report shows, ready to be drawn. */
export interface ReportFigures {
  readonly events: number;
  readonly visits: number;
  readonly orders: number;
  readonly first?: number;
  readonly last?: number;
  readonly dropped: { readonly total: number; readonly reasons: FigureRows["dropped"] };
  readonly total: Funnel;
  readonly places: readonly (Funnel & { readonly placement: Placement; readonly kind: OfferKind })[];
  readonly sources: readonly (Funnel & { readonly source: string })[];
  /** The funnel by visits: all together, then by placement and kind in the order of a visit, then by source. */
  readonly visitSteps: readonly VisitStepsRow[];
  readonly extraSales: readonly ExtraSales[];
  readonly averages: readonly AverageOrder[];
  readonly pairs: readonly (PairRow & { readonly rate?: number })[];
  readonly worst: readonly (PairRow & { readonly rate?: number })[];
  readonly refused: readonly RefusedPair[];
  readonly refusals: RefusedPair["answers"];
  readonly helpful: number;
  readonly failures: FigureRows["failures"];
  readonly series: { readonly unit: "hour" | "day"; readonly zone: string; readonly points: readonly SeriesPoint[] };
  /** Before the raw events begin, oldest first. */
  readonly earlier: readonly MonthRow[];
  /** What the offers added. */
  readonly lift: LiftFigures;
}

/** What the report's page is sent. */
export interface ReportData extends ReportFigures {
  /** Of the products in the figures, as far as the collector was told where the model is. */
  readonly titles: Readonly<Record<ProductId, string>>;
  /** What shoppers' answers moved in the model that is in use. */
  readonly changes?: ModelChanges;
}
