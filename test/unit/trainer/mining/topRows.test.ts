import { expect, test } from "vitest";
import { createTopRows } from "../../../../widget/trainer/mining/topRows.ts";

test("keeps the heaviest entries whatever the order they come in", () => {
  const entries = [
    [1, 0.5],
    [2, -0.9],
    [3, 0.1],
    [4, 0.5],
    [5, 0.7],
  ] as const;
  for (const order of [entries, entries.toReversed()]) {
    const rows = createTopRows(2, 3);
    for (const [column, weight] of order) rows.offer(1, column, weight);
    expect(rows.row(1)).toEqual([
      [2, -0.9],
      [5, 0.7],
      [1, 0.5],
    ]);
    expect(rows.row(0)).toEqual([]);
  }
});
