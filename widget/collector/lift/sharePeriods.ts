import type { ComparedArm } from "../../types/arm.ts";
import type { ShareFrom } from "../../types/lift.ts";

const DAY = 86_400_000;
/** For so long after a change visits go on by the share they began with or read from their cache. */
const SETTLES = 2 * DAY;

export interface DayCount {
  readonly day: number;
  readonly arm: ComparedArm;
  readonly units: number;
}

/** Counts of one day with the share of visits that was held out on it. */
export interface SharedDay {
  readonly day: number;
  readonly share: number;
  readonly offers: number;
  readonly holdout: number;
}

/** Whether a whole day went by one share. */
export function isSettled(day: number, shares: readonly ShareFrom[]): boolean {
  return shares.every(({ from }, at) => at === 0 || day + DAY <= from || day >= from + SETTLES);
}

/** The days in their order, each with its share. Days on which the share changed are left out, and so are such without arms. */
export function sharePeriods(rows: readonly DayCount[], shares: readonly ShareFrom[]): readonly SharedDay[] {
  const days = new Map<number, { offers: number; holdout: number }>();
  for (const { day, arm, units } of rows) {
    const sums = days.get(day) ?? { offers: 0, holdout: 0 };
    days.set(day, { ...sums, [arm]: sums[arm] + units });
  }
  return [...days]
    .toSorted(([a], [b]) => a - b)
    .map(([day, sums]) => ({ day, share: shareOn(day, shares), ...sums }))
    .filter(({ day, share }) => share > 0 && share < 1 && isSettled(day, shares));
}

function shareOn(day: number, shares: readonly ShareFrom[]): number {
  return (shares.findLast(({ from }) => from <= day) ?? shares[0])?.share ?? 0;
}
