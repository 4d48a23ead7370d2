/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import type { Pairs } from "./history.ts";

/** How many orders hold both products, as far as pairs were counted. */
export function commonOrders({ starts, others, counts }: Pairs, i: number, j: number): number {
  // The rarer one of the two has the shorter row.
  const [row, wanted] = i > j ? [i, j] : [j, i];
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
}
