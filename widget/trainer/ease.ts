/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { factor, invert, solve } from "./cholesky.ts";
import type { Pairs } from "./countPairs.ts";
import { createPairCount } from "./pairCount.ts";
import type { Orders } from "./readOrders.ts";
import { type TopRows, createTopRows } from "./topRows.ts";

export interface EaseOptions {
  /** Weights kept per product. */
  readonly neighbours: number;
  /** A positive weight needs a pair seen in at least this many orders. */
  readonly minOrders: number;
}

/** Ridge that every product gets, in orders. */
const LAMBDA = 30;
/** Ridge in proportion to a product's variance: what leaving out a fifth of the lines at random amounts to (0.2 / 0.8). */
const DROPOUT = 0.25;
/** Up to this many products the regression is solved at once; above, per product over those it is most often ordered with. */
const DENSE_LIMIT = 1500;
/** Above it pairs seen once are left out: they are most of the memory and tell next to nothing. */
export const leastPairs = (products: number): number => (products > DENSE_LIMIT ? 2 : 1);
/** Products that take part in one product's own regression. */
const LOCAL_LIMIT = 128;

/**
 * Centred EASE: the ridge regression of each product on all others over the orders. `W[i][j]` says how much product `i` in a cart speaks
 * for (or against) `j`. Only products in at least `minOrders` orders take part. Returns the heaviest weights of each row.
 */
export function ease(orders: Orders, pairs: Pairs, options: EaseOptions): TopRows {
  const rare = orders.counts.findIndex((count) => count < options.minOrders);
  const size = rare < 0 ? orders.counts.length : rare;
  const problem = {
    ...options,
    size,
    counts: orders.counts,
    total: orders.starts.length - 1,
    pairs,
    rows: createTopRows(orders.ids.length, options.neighbours),
  };
  (size <= DENSE_LIMIT ? solveAtOnce : solvePerProduct)(problem);
  return problem.rows;
}

interface Problem extends EaseOptions {
  readonly size: number;
  readonly counts: Int32Array;
  /** Number of orders. */
  readonly total: number;
  readonly pairs: Pairs;
  readonly rows: TopRows;
}

const variance = ({ counts, total }: Problem, i: number): number => counts[i]! - (counts[i]! * counts[i]!) / total;
const withRidge = (spread: number): number => spread * (1 + DROPOUT) + LAMBDA;

function offer({ rows, minOrders }: Problem, { i, j, weight, seen }: { i: number; j: number; weight: number; seen: number }): void {
  if (weight < 0 || seen >= minOrders) rows.offer(i, j, weight);
}

function solveAtOnce(problem: Problem): void {
  const { size, counts, total, pairs } = problem;
  const matrix = new Float64Array(size * size);
  const seen = new Int32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let at = pairs.starts[i]!; at < pairs.starts[i + 1]!; at++) {
      if (pairs.others[at]! < size) seen[i * size + pairs.others[at]!] = pairs.counts[at]!;
    }
    for (let j = 0; j < size; j++) matrix[i * size + j] = seen[i * size + j]! - (counts[i]! * counts[j]!) / total;
    matrix[i * size + i] = withRidge(variance(problem, i));
  }
  invert(matrix, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i !== j) offer(problem, { i, j, weight: -matrix[i * size + j]! / matrix[j * size + j]!, seen: seen[i * size + j]! });
    }
  }
}

function solvePerProduct(problem: Problem): void {
  const { size, counts, total } = problem;
  const count = createPairCount(problem.pairs, size);
  for (let j = 0; j < size; j++) {
    const near = nearest(problem, j);
    const width = near.length;
    const matrix = new Float64Array(width * width);
    const b = Float64Array.from(near, ({ i, seen }) => seen - (counts[i]! * counts[j]!) / total);
    for (const [row, { i: a }] of near.entries()) {
      for (let column = 0; column < row; column++) {
        const c = near[column]!.i;
        matrix[row * width + column] = count(a, c) - (counts[a]! * counts[c]!) / total;
      }
      matrix[row * width + row] = withRidge(variance(problem, a));
    }
    factor(matrix, width);
    solve(matrix, width, b);
    for (const [at, { i, seen }] of near.entries()) offer(problem, { i, j, weight: b[at]!, seen });
  }
}

interface Near {
  readonly i: number;
  readonly seen: number;
  readonly pull: number;
}

/** The products that tell most about `j`: by how far their common orders are from what chance would give. */
function nearest(problem: Problem, j: number): readonly Near[] {
  const { size, counts, total, pairs } = problem;
  const found: Near[] = [];
  for (let at = pairs.starts[j]!; at < pairs.starts[j + 1]!; at++) {
    const i = pairs.others[at]!;
    if (i >= size) continue;
    const seen = pairs.counts[at]!;
    const gap = seen - (counts[i]! * counts[j]!) / total;
    found.push({ i, seen, pull: Math.abs(gap) / Math.sqrt(withRidge(variance(problem, i))) });
  }
  found.sort((a, b) => b.pull - a.pull || a.i - b.i);
  return found.slice(0, LOCAL_LIMIT).sort((a, b) => a.i - b.i);
}
