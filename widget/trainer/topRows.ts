/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
/** Sparse rows that keep only their heaviest entries. */
export interface TopRows {
  /** Offers an entry; equal weights: the lower column is kept. */
  offer(row: number, column: number, weight: number): void;
  /** Of a row, the heaviest first. */
  row(row: number): readonly (readonly [column: number, weight: number])[];
}

/** Keeps the `most` entries of largest absolute weight of each of `rows` rows. */
export function createTopRows(rows: number, most: number): TopRows {
  const columns = new Int32Array(rows * most);
  const weights = new Float64Array(rows * most);
  const filled = new Int32Array(rows);
  const isBefore = (column: number, weight: number, at: number) => {
    const gap = Math.abs(weight) - Math.abs(weights[at]!);
    return gap > 0 || (gap === 0 && column < columns[at]!);
  };
  return {
    offer(row, column, weight) {
      const begin = row * most;
      const count = filled[row]!;
      if (!weight || (count === most && !isBefore(column, weight, begin + most - 1))) return;
      let at = begin + Math.min(count, most - 1);
      for (; at > begin && isBefore(column, weight, at - 1); at--) {
        columns[at] = columns[at - 1]!;
        weights[at] = weights[at - 1]!;
      }
      columns[at] = column;
      weights[at] = weight;
      filled[row] = Math.min(count + 1, most);
    },
    row: (row) => Array.from({ length: filled[row]! }, (_, at) => [columns[row * most + at]!, weights[row * most + at]!] as const),
  };
}
