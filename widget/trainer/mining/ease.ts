/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { invert } from "./invert.ts";
import { createCovariance } from "./createCovariance.ts";
import { createGradientSolver } from "./createGradientSolver.ts";
import type { History } from "./history.ts";
import { type TopRows, createTopRows } from "./topRows.ts";

export interface EaseOptions {
  /** Weights kept per product. */
  readonly neighbours: number;
  /** A positive weight needs a pair seen in at least this many orders. */
  readonly minOrders: number;
}

/** Which share of the products' own regressions is solved: every `of`-th, from `from` on. */
export interface Part {
  readonly from: number;
  readonly of: number;
}

/** Ridge that every product gets, in orders. */
const LAMBDA = 30;
/** Ridge in proportion to a product's variance: what leaving out a tenth of the lines at random amounts to. */
const DROPOUT = 0.1;
/** Up to this many products the regression is solved at once; above, per product over those it is most often ordered with. */
const DENSE_LIMIT = 1500;
/** Products that take part in one product's own regression. */
const LOCAL_LIMIT = 96;

/**
 * Centred EASE: the ridge regression of each product on all others over the orders. `W[i][j]` says how much product `i` in a cart speaks
 * for (or against) `j`. Only products in at least `minOrders` orders take part. Returns the heaviest weights of each row; of a part, those
 * that its products' regressions gave.
 */
export function ease(history: History, options: EaseOptions, part: Part = { from: 0, of: 1 }): TopRows {
  const rows = createTopRows(history.ids.length, options.neighbours);
  const size = sizeOf(history, options);
  const offer = (i: number, j: number, found: { weight: number; seen: number }) => {
    if (found.weight < 0 || found.seen >= options.minOrders) rows.offer(i, j, found.weight);
  };
  if (isDense(size)) {
    if (part.from === 0) solveAtOnce(history, size, offer);
  } else solvePerProduct(history, size, { part, offer });
  return rows;
}

/** Products that take part: the first so many, as they are numbered by their orders. */
export function sizeOf({ counts }: History, { minOrders }: EaseOptions): number {
  const rare = counts.findIndex((count) => count < minOrders);
  return rare < 0 ? counts.length : rare;
}

/** Whether the regression of so many products is solved at once, which cannot be shared out. */
export const isDense = (size: number): boolean => size <= DENSE_LIMIT;

type Offer = (i: number, j: number, found: { weight: number; seen: number }) => void;

const withRidge = (variance: number): number => variance * (1 + DROPOUT) + LAMBDA;

function solveAtOnce(history: History, size: number, offer: Offer): void {
  const { pairs } = history;
  const { chance, variance, unit } = createCovariance(history, size);
  const matrix = new Float64Array(size * size);
  const seen = new Int32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) matrix[i * size + j] = -chance(i, j);
    for (let at = pairs.starts[i]!; at < pairs.starts[i + 1]!; at++) {
      const j = pairs.others[at]!;
      if (j >= size) continue;
      seen[i * size + j] = pairs.counts[at]!;
      matrix[i * size + j]! += pairs.masses[at]! / unit;
    }
    matrix[i * size + i] = withRidge(variance(i));
  }
  invert(matrix, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i !== j) offer(i, j, { weight: -matrix[i * size + j]! / matrix[j * size + j]!, seen: seen[i * size + j]! });
    }
  }
}

function solvePerProduct(history: History, size: number, { part, offer }: { readonly part: Part; readonly offer: Offer }): void {
  const { fill, chance, variance, unit } = createCovariance(history, size);
  const matrix = new Float64Array(LOCAL_LIMIT * LOCAL_LIMIT);
  const b = new Float64Array(LOCAL_LIMIT);
  const nearest = createNearest(history, size);
  const solve = createGradientSolver(LOCAL_LIMIT);
  for (let j = part.from; j < size; j += part.of) {
    const near = nearest(j);
    const width = near.length;
    fill(matrix, near);
    for (const [row, i] of near.entries()) matrix[row * width + row] = withRidge(variance(i));
    for (let at = 0; at < width; at++) b[at] = nearest.masses[at]! / unit - chance(near[at]!, j);
    const weights = solve(matrix, width, b);
    for (let at = 0; at < width; at++) offer(near[at]!, j, { weight: weights[at]!, seen: nearest.counts[at]! });
  }
}

interface Nearest {
  /** The products that tell most about `j`, ascending: by how far their common orders are from what chance would give. Valid until the next call. */
  (j: number): Int32Array;
  /** Common orders of `j` and each, and their mass. */
  readonly counts: Int32Array;
  readonly masses: Int32Array;
}

function createNearest(history: History, size: number): Nearest {
  const { pairs } = history;
  const { chance, variance, unit } = createCovariance(history, size);
  const spread = Float64Array.from({ length: size }, (_, i) => 1 / Math.sqrt(withRidge(variance(i))));
  const pulls = new Float64Array(size);
  const places = new Int32Array(size);
  const near = new Int32Array(LOCAL_LIMIT);
  const counts = new Int32Array(LOCAL_LIMIT);
  const masses = new Int32Array(LOCAL_LIMIT);
  const find = (j: number) => {
    let found = 0;
    for (let at = pairs.starts[j]!; at < pairs.starts[j + 1]! && pairs.others[at]! < size; at++) {
      const i = pairs.others[at]!;
      places[found] = at;
      pulls[found++] = Math.abs(pairs.masses[at]! / unit - chance(i, j)) * spread[i]!;
    }
    const least = found > LOCAL_LIMIT ? nthLargest(pulls.slice(0, found), LOCAL_LIMIT) : 0;
    // Of equal pulls the more popular products are kept.
    let ties = LOCAL_LIMIT - countAbove(pulls, found, least);
    let kept = 0;
    for (let at = 0; at < found && kept < LOCAL_LIMIT; at++) {
      if (pulls[at]! < least || (pulls[at] === least && ties-- <= 0)) continue;
      const place = places[at]!;
      near[kept] = pairs.others[place]!;
      counts[kept] = pairs.counts[place]!;
      masses[kept++] = pairs.masses[place]!;
    }
    return near.subarray(0, kept);
  };
  return Object.assign(find, { counts, masses });
}

const nthLargest = (values: Float64Array, n: number): number => values.sort()[values.length - n]!;

function countAbove(values: Float64Array, length: number, limit: number): number {
  let count = 0;
  for (let at = 0; at < length; at++) if (values[at]! > limit) count++;
  return count;
}
