/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
/** Sparse rows that keep only their heaviest entries. */
export interface TopRows {
  /** Offers an entry; equal weights: the lower column is kept. */
  offer(row: number, column: number, weight: number): void;
  /** Of a row, the heaviest first. */
  row(row: number): readonly (readonly [column: number, weight: number])[];
  /** All of it in plain arrays, to be handed to another thread: rows of `most` entries each, of which the first `filled` count. */
  readonly packed: PackedRows;
}

export interface PackedRows {
  readonly columns: Int32Array;
  readonly weights: Float64Array;
  readonly filled: Int32Array;
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
    packed: { columns, weights, filled },
    row: (row) => Array.from({ length: filled[row]! }, (_, at) => [columns[row * most + at]!, weights[row * most + at]!] as const),
  };
}

/** Offers all of the packed rows, which have the same shape. */
export function mergeRows(rows: TopRows, { columns, weights, filled }: PackedRows): void {
  const most = columns.length / filled.length;
  for (const [row, count] of filled.entries()) {
    for (let at = row * most; at < row * most + count; at++) rows.offer(row, columns[at]!, weights[at]!);
  }
}
