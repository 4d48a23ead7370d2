import { dequantise } from "../../browser/model/dequantise.ts";
import { addNamed } from "./addNamed.ts";
import { addPriors } from "./addPriors.ts";
import { borrowRelations } from "./borrowRelations.ts";
import { commonOrders } from "../mining/commonOrders.ts";
import type { Feedback, FeedbackDone } from "../feedback/feedback.ts";
import { weighDrafts } from "../feedback/weighDrafts.ts";
import type { Draft, Origin } from "./draft.ts";
import type { History } from "../mining/history.ts";
import type { Profit } from "../profit/profit.ts";
import { quantise } from "./quantise.ts";
import type { TopRows } from "../mining/topRows.ts";
import type { Universe } from "./universe.ts";

/** What product `j` is to the product whose row it stands in. */
export interface Relation {
  readonly j: number;
  readonly byte: number;
  /** Per cent of the orders with the row's product, rounded to 5. */
  readonly share?: number;
  readonly origin?: Origin;
}

export interface Weights {
  /** By product, the heaviest first. */
  readonly rows: readonly (readonly Relation[])[];
  readonly biases: readonly number[];
  readonly scales: { readonly weight: number; readonly bias: number };
  /** Pairs that feedback moved. */
  readonly moved: FeedbackDone["moved"];
}

export interface WeightOptions {
  /** Orders that must show a relation; a product in fewer has no row of its own. */
  readonly minOrders: number;
  /** How much a product's own popularity counts, 0 to 1: the dial `g`. */
  readonly popularity: number;
  /** Absent: nothing is known of what products earn. */
  readonly profit?: Profit;
}

interface Mining {
  readonly mined: TopRows;
  readonly options: WeightOptions;
  /** Absent: nothing is known of what shoppers made of the offers. */
  readonly feedback?: Feedback;
}

type Rows = readonly (readonly Draft[])[];

const SHARE_STEP = 5;

/**
 * The weights and biases of all products, quantised: what orders show (`mined`), and where they show nothing yet what the catalogue tells;
 * the bias is recomputed from the weights that were kept.
 */
export function mineWeights(universe: Universe, history: History, { mined, options, feedback }: Mining): Weights {
  const shown = history.ids.map((_, i) => describeRow(history, i, mined));
  const told = universe.isDescribed ? addTold(universe, history, { shown, minOrders: options.minOrders }) : shown;
  const { rows: drafts, moved } = weighDrafts(universe, weighProfit(universe, told, options.profit), feedback);
  const weight = drafts.reduce((most, row) => row.reduce((max, draft) => Math.max(max, Math.abs(draft.weight)), most), 0);
  const rows = drafts.map((row) =>
    row
      .map(({ weight: exact, ...rest }): Relation => ({ ...rest, byte: quantise(exact, weight) }))
      .filter(({ byte, origin }) => byte || origin === "catalogue")
      .sort((a, b) => b.byte - a.byte || a.j - b.j),
  );
  return { rows, moved, ...weighBiases(universe, rows, { weight, popularity: options.popularity }) };
}

/** What the catalogue tells besides: of products that orders show little of, and of those it names. */
function addTold(universe: Universe, history: History, { shown, minOrders }: { readonly shown: Rows; readonly minOrders: number }): Rows {
  const borrowed = borrowRelations(universe, history, { rows: shown, minOrders });
  return addNamed(universe, history, addPriors(universe, history, borrowed));
}

/** Without what would not pay for itself, the rest weighed by what it earns. What speaks against a product is no offer, and stays. */
function weighProfit({ items }: Universe, rows: Rows, profit: Profit | undefined): Rows {
  if (!profit) return rows;
  const pays = items.map(profit.pays);
  const factors = items.map(profit.factor);
  return rows.map((row) =>
    row.flatMap((draft): readonly Draft[] => {
      if (draft.weight < 0) return [draft];
      return pays[draft.j] ? [{ ...draft, weight: draft.weight * (factors[draft.j] ?? 1) }] : [];
    }),
  );
}

/** A product's row as its orders show it. */
function describeRow({ counts, pairs }: History, i: number, mined: TopRows): readonly Draft[] {
  return mined.row(i).map(([j, weight]): Draft => {
    const share = weight > 0 ? Math.round(((commonOrders(pairs, i, j) / (counts[i] ?? 1)) * 100) / SHARE_STEP) * SHARE_STEP : 0;
    return { j, weight, ...(share > 0 && { share }) };
  });
}

function weighBiases(
  { popularity }: Universe,
  rows: Weights["rows"],
  { weight, popularity: dial }: { readonly weight: number; readonly popularity: number },
): Pick<Weights, "biases" | "scales"> {
  const exact = Float64Array.from(popularity);
  for (const [i, row] of rows.entries()) for (const { j, byte } of row) exact[j]! -= (popularity[i] ?? 0) * dequantise(byte, weight);
  const dialled = exact.map((bias) => bias * dial);
  const bias = dialled.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { biases: Array.from(dialled, (value) => quantise(value, bias)), scales: { weight, bias } };
}
