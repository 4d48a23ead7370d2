/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import type { History } from "./history.ts";

/** How the orders of products vary together, in orders. */
export interface Covariance {
  /** Masses of the history in units of an order. */
  readonly unit: number;
  /** Common orders that chance would give two products. */
  chance(i: number, j: number): number;
  variance(i: number): number;
  /**
   * Writes the covariances of these products (ascending, among the first `size`) below the diagonal of a matrix, row by row, as wide as
   * there are products. The diagonal is left alone.
   */
  fill(matrix: Float64Array, products: Int32Array): void;
}

/** Up to this place in the order of popularity pairs are looked up in a table; further down rows are short and are walked. */
const TABLE_SIZE = 2500;

/** Of the first `size` products of a history. */
export function createCovariance({ mass, unit, masses, pairs }: History, size: number): Covariance {
  const { starts, others, masses: pairMasses } = pairs;
  const total = mass / unit;
  const orders = Float64Array.from(masses.subarray(0, size), (of) => of / unit);
  const roots = orders.map((of) => of / Math.sqrt(total));
  const chance = (i: number, j: number) => roots[i]! * roots[j]!;
  const width = Math.min(size, TABLE_SIZE);
  let table: Float32Array | undefined;
  const local = new Int32Array(size).fill(-1);
  return {
    unit,
    chance,
    variance: (i) => orders[i]! - chance(i, i),
    fill(matrix, products) {
      table ??= makeTable(pairs, { width, unit });
      const side = products.length;
      for (let row = 0; row < side; row++) {
        const c = products[row]!;
        const [from, root] = [row * side, roots[c]!];
        for (let column = 0; column < row; column++) matrix[from + column] = -root * roots[products[column]!]!;
        // The rarer one is further down: where it is in the table both are.
        if (c < width) {
          const cells = c * width;
          for (let column = 0; column < row; column++) matrix[from + column]! += table[cells + products[column]!]!;
        } else {
          for (let at = starts[c]!; at < starts[c + 1]! && others[at]! < c; at++) {
            const column = local[others[at]!]!;
            if (column >= 0) matrix[from + column]! += pairMasses[at]! / unit;
          }
        }
        local[c] = row;
      }
      for (const product of products) local[product] = -1;
    },
  };
}

/** Common orders of the most popular products. Sums of sixty-fourths below 2^18 are exact in 24 bits, larger ones as good as. */
function makeTable({ starts, others, masses }: History["pairs"], { width, unit }: { width: number; unit: number }): Float32Array {
  const table = new Float32Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let at = starts[i]!; at < starts[i + 1]! && others[at]! < width; at++) table[i * width + others[at]!] = masses[at]! / unit;
  }
  return table;
}
