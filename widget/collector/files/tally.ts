import type { EventVerdicts } from "../../types/collector.ts";

/** What files of events came to. */
export interface Tally {
  judged(file: string, line: number, verdicts: EventVerdicts | undefined): void;
  wrong(file: string, line: number, why: string): void;
  /** Events of another shop. */
  elsewhere(count: number): void;
  /** Events that were taken. */
  taken(): number;
  /** For the terminal. */
  describe(): string;
}

const NAMED = 5;

export function createTally(): Tally {
  const named: string[] = [];
  let [taken, twice, rejected, broken, elsewhere] = [0, 0, 0, 0, 0];
  const name = (file: string, line: number, why: string) => {
    if (named.length < NAMED) named.push(`    ${file}, line ${line}: ${why}`);
  };
  return {
    judged(file, line, verdicts) {
      // An intake whose store is in memory takes everything.
      if (!verdicts) throw new Error(`${file}, line ${line}: the events could not be stored`);
      taken += verdicts.accepted.length;
      twice += verdicts.duplicate.length;
      rejected += verdicts.rejected.length;
      for (const { reason } of verdicts.rejected) name(file, line, reason);
    },
    wrong(file, line, why) {
      broken++;
      name(file, line, why);
    },
    elsewhere(count) {
      elsewhere += count;
    },
    taken: () => taken,
    describe() {
      const counts: readonly (readonly [number, string])[] = [
        [twice, "that were there already"],
        [rejected, "that are no valid events"],
        [elsewhere, "of other shops"],
        [broken, "lines that could not be read"],
      ];
      const left = counts.flatMap(([count, what]) => (count > 0 ? [`  left out: ${count.toLocaleString("en")} ${what}`] : []));
      return [`${taken.toLocaleString("en")} events taken`, ...left, ...named].join("\n");
    },
  };
}
