import type { BadRow } from "./readCsv.ts";

const NAMED_BAD_ROWS = 5;

/** A number as people read it. */
export const grouped = (value: number): string => value.toLocaleString("en");

export interface Skipped {
  /** Reason → how often. */
  readonly skipped: ReadonlyMap<string, number>;
  readonly bad: readonly BadRow[];
  /** Reason → where the first ones stand. */
  readonly where?: ReadonlyMap<string, string>;
}

/** What was left out and why, one line each. */
export function describeSkipped({ skipped, bad, where }: Skipped): readonly string[] {
  const reasons = [...skipped].map(
    ([why, times]) => `  left out: ${grouped(times)} × ${why}${where?.has(why) ? ` (${where.get(why)})` : ""}`,
  );
  const rows = bad.slice(0, NAMED_BAD_ROWS).map(({ file, line, what }) => `    ${file}, line ${line}: ${what}`);
  return bad.length ? [...reasons, `  left out: ${grouped(bad.length)} × row that could not be read`, ...rows] : reasons;
}
