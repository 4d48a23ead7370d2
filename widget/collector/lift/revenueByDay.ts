import type { Effect } from "../../types/lift.ts";
import type { LiftRows } from "../../types/liftRows.ts";
import type { ArmsTotals } from "./accumulateArms.ts";
import { accumulateArms, NO_DAYS } from "./accumulateArms.ts";
import { armDays, measureDay } from "./armDays.ts";
import { currenciesOf } from "./currenciesOf.ts";
import type { Judging } from "./toEffect.ts";
import { toEffect } from "./toEffect.ts";

export interface RevenuePoint {
  readonly day: number;
  /** Of this day. */
  readonly units: number;
  /** Over this day and all before it. */
  readonly effect: Effect | undefined;
}

/** What the report would have said of revenue on the evening of each day, had it known what came of that day's visits. */
export function revenueByDay(rows: LiftRows, judging: Judging): readonly RevenuePoint[] {
  const currency = currenciesOf(rows)[0]?.currency;
  if (currency === undefined) return [];
  let totals: ArmsTotals = NO_DAYS;
  return armDays(rows, currency).map((day) => {
    const sums = measureDay(day, "revenue");
    totals = accumulateArms(totals, sums);
    const effect = toEffect(totals, { ...judging, measure: "revenue", currency });
    return { day: day.day, units: sums.offers.units + sums.holdout.units, effect };
  });
}
