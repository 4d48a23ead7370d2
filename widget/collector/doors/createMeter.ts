import type { EventVerdicts } from "../../types/collector.ts";

/** Upper bounds of the classes of insert times, in seconds. */
const CLASSES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/** What was counted since the collector started. */
export interface Counts {
  readonly uptime: number;
  readonly batches: number;
  readonly verdicts: ReadonlyMap<string, number>;
  readonly rejected: ReadonlyMap<string, number>;
  /** Requests at the public door by status. */
  readonly answers: ReadonlyMap<string, number>;
  readonly failedInserts: number;
  /** Seconds until a group of events was durable; `within` counts the groups by upper bound, each with all the quicker ones. */
  readonly inserts: { readonly count: number; readonly seconds: number; readonly within: ReadonlyMap<string, number> };
}

/** Counts what the collector does, for whoever watches over it. */
export interface Meter {
  /** A request at the public door was answered. */
  answered(status: number): void;
  judged(verdicts: EventVerdicts): void;
  /** A group of events was stored, or could not be. */
  inserted(seconds: number, ok: boolean): void;
  counts(): Counts;
}

export function createMeter(): Meter {
  const began = performance.now();
  const [verdicts, rejected] = [counter("accepted", "duplicate", "rejected"), counter()];
  const [answers, within] = [counter("429"), counter(...CLASSES.map(String))];
  let [seconds, inserts, failedInserts, batches] = [0, 0, 0, 0];
  return {
    answered: (status) => answers.add(String(status)),
    judged(said) {
      batches++;
      for (const verdict of ["accepted", "duplicate", "rejected"] as const) verdicts.add(verdict, said[verdict].length);
      for (const { reason } of said.rejected) rejected.add(shortReason(reason));
    },
    inserted(took, ok) {
      if (!ok) return void failedInserts++;
      inserts++;
      seconds += took;
      for (const bound of CLASSES) if (took <= bound) within.add(String(bound));
      return undefined;
    },
    counts: () => ({
      uptime: (performance.now() - began) / 1000,
      ...{ batches, failedInserts, verdicts: verdicts.counts, rejected: rejected.counts, answers: answers.counts },
      inserts: { count: inserts, seconds, within: within.counts },
    }),
  };
}

function counter(...names: readonly string[]): { add(name: string, count?: number): void; readonly counts: ReadonlyMap<string, number> } {
  const counts = new Map(names.map((name) => [name, 0]));
  return { counts, add: (name, count = 1) => void counts.set(name, (counts.get(name) ?? 0) + count) };
}

/** Without what senders make up: field names and places in lists would make ever new ones. */
function shortReason(reason: string): string {
  return /^(unknown field|bad [a-zA-Z]+|[a-z ]+)/.exec(reason)?.[0] ?? "other";
}
