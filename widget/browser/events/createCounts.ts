/** How many, by reason; nothing is zero. */
export interface Counts {
  add(reason: string, times?: number): void;
  addAll(counts: Readonly<Record<string, number>>): void;
  subtract(counts: Readonly<Record<string, number>>): void;
  all(): Readonly<Record<string, number>>;
}

export function createCounts(): Counts {
  const counts = new Map<string, number>();
  const add = (reason: string, times = 1) => {
    const sum = (counts.get(reason) ?? 0) + times;
    if (sum > 0) counts.set(reason, sum);
    else counts.delete(reason);
  };
  return {
    add,
    addAll(more) {
      for (const [reason, times] of Object.entries(more)) add(reason, times);
    },
    subtract(less) {
      for (const [reason, times] of Object.entries(less)) add(reason, -times);
    },
    all: () => Object.fromEntries(counts),
  };
}

/** All of them in one. */
export function sumCounts(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sum = createCounts();
  for (const counts of all) sum.addAll(counts);
  return sum.all();
}
