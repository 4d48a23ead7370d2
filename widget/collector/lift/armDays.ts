import type { ComparedArm } from "../../types/arm.ts";
import type { Measure } from "../../types/lift.ts";
import type { LiftRows, MoneyDayRow, UnitDayRow } from "../../types/liftRows.ts";
import type { ArmSums, DaySums } from "./accumulateArms.ts";

/** What the units of one arm did on one day. */
export interface ArmDay {
  readonly units: UnitDayRow;
  readonly money: MoneyDayRow;
}

export type DayOfArms = Readonly<Record<ComparedArm, ArmDay>> & { readonly day: number };

/** The days in their order, with the money of one currency. */
export function armDays({ units, money }: Pick<LiftRows, "units" | "money">, currency: string): readonly DayOfArms[] {
  const days = new Map<number, Record<ComparedArm, ArmDay>>();
  const armOf = ({ day, arm }: { readonly day: number; readonly arm: ComparedArm }) => {
    const arms = days.get(day) ?? { offers: noArm(day, "offers"), holdout: noArm(day, "holdout") };
    days.set(day, arms);
    return { arms, known: arms[arm] };
  };
  for (const row of units) {
    const { arms, known } = armOf(row);
    arms[row.arm] = { ...known, units: row };
  }
  for (const row of money) {
    if (row.currency !== currency) continue;
    const { arms, known } = armOf(row);
    arms[row.arm] = { ...known, money: row };
  }
  return [...days].toSorted(([a], [b]) => a - b).map(([day, arms]) => ({ day, ...arms }));
}

/** A day's sums for one measure. */
export function measureDay({ offers, holdout }: DayOfArms, measure: Measure): DaySums {
  return { offers: SUMS[measure](offers), holdout: SUMS[measure](holdout) };
}

function noArm(day: number, arm: ComparedArm): ArmDay {
  return { units: { day, arm, units: 0, buyers: 0 }, money: { day, arm, ...NO_MONEY } };
}

const NO_MONEY = {
  ...{ currency: "", orders: 0, ordersSquared: 0, revenue: 0, revenueSquared: 0, ordersTimesRevenue: 0, largest: 0 },
  ...{ costed: 0, profit: 0, profitSquared: 0, largestProfit: 0 },
};

/** Units that bought nothing add nothing to any sum of theirs. */
const SUMS: Readonly<Record<Measure, (day: ArmDay) => ArmSums>> = {
  revenue: ({ units: { units }, money: { revenue, revenueSquared, largest, orders } }) =>
    perUnit(units, { x: revenue, xx: revenueSquared, top: largest, bought: orders }),
  profit: ({ units: { units }, money: { profit, profitSquared, largestProfit, costed } }) =>
    perUnit(units, { x: profit, xx: profitSquared, top: largestProfit, bought: costed }),
  averageOrder: ({ units: { units }, money }) => ({
    ...{ units, bought: money.orders, x: money.revenue, xx: money.revenueSquared, top: money.largest },
    ...{ y: money.orders, yy: money.ordersSquared, xy: money.ordersTimesRevenue },
  }),
  checkouts: ({ units: { units, buyers } }) => perUnit(units, { x: buyers, xx: buyers, top: 1, bought: buyers }),
};

function perUnit(units: number, sums: Pick<ArmSums, "x" | "xx" | "top" | "bought">): ArmSums {
  return { ...sums, units, y: units, yy: units, xy: sums.x };
}
