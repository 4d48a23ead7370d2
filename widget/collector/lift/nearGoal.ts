import type { Goal, GoalProgress } from "../../types/lift.ts";
import type { OrderDayRow } from "../../types/liftRows.ts";

const DAY = 86_400_000;
/** A whole number of weeks, so that no weekday counts more than another. */
const SPAN = 28 * DAY;

/** How near the average order is to what the merchant set. A description over all orders, no effect of anything. */
export function nearGoal(goal: Goal, rows: readonly OrderDayRow[], now: number): GoalProgress {
  const averageIn = (from: number, to: number) =>
    average(rows.filter((row) => row.currency === goal.currency && row.day >= from && row.day < to));
  const baseline = goal.baseline ?? averageIn(startOf(goal.from) - SPAN, startOf(goal.from));
  const end = startOf(Math.min(now, goal.by - 1)) + DAY;
  const current = averageIn(Math.max(end - SPAN, startOf(goal.from)), end);
  const target = baseline === undefined ? undefined : Math.round(baseline * (1 + goal.rise));
  const way = baseline === undefined || target === undefined ? 0 : target - baseline;
  return {
    ...{ currency: goal.currency, rise: goal.rise, from: goal.from, by: goal.by },
    ...(baseline !== undefined && { baseline }),
    ...(target !== undefined && { target }),
    ...(current !== undefined && { now: current }),
    ...(current !== undefined && baseline !== undefined && way !== 0 && { done: (current - baseline) / way }),
    daysLeft: Math.max(0, Math.ceil((goal.by - now) / DAY)),
  };
}

function startOf(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

function average(rows: readonly OrderDayRow[]): number | undefined {
  const orders = rows.reduce((sum, row) => sum + row.orders, 0);
  return orders > 0 ? Math.round(rows.reduce((sum, row) => sum + row.sum, 0) / orders) : undefined;
}
