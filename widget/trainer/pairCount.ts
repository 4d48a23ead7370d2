/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import type { Pairs } from "./countPairs.ts";

/** Up to this place in the order of popularity counts are looked up in a table, further down by search. */
const TABLE_SIZE = 3000;

/** How many orders hold both of two products, both among the first `size`. */
export function createPairCount({ starts, others, counts }: Pairs, size: number): (a: number, b: number) => number {
  const width = Math.min(size, TABLE_SIZE);
  const table = new Int32Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let at = starts[i]!; at < starts[i + 1]! && others[at]! < width; at++) table[i * width + others[at]!] = counts[at]!;
  }
  const search = (row: number, wanted: number): number => {
    let low = starts[row]!;
    let high = starts[row + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = others[middle]!;
      if (found === wanted) return counts[middle]!;
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  };
  // The rarer one of the two has the shorter row.
  return (a, b) => (a < width && b < width ? table[a * width + b]! : a > b ? search(a, b) : search(b, a));
}
