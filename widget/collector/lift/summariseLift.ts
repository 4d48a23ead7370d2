import type { EffectPoint, LiftFigures, LiftSettings } from "../../types/lift.ts";
import type { LiftRows } from "../../types/liftRows.ts";
import { checkSplit } from "./checkSplit.ts";
import { decideSwitch } from "./decideSwitch.ts";
import { guardCheckouts } from "./guardCheckouts.ts";
import { effectsOf } from "./effectsOf.ts";
import { isDecisive } from "./isDecisive.ts";
import { measureShare } from "./measureShare.ts";
import { nearGoal } from "./nearGoal.ts";
import { revenueByDay } from "./revenueByDay.ts";
import { isSettled } from "./sharePeriods.ts";

export interface LiftInput {
  readonly rows: LiftRows;
  /** Visits that sent anything. */
  readonly visits: number;
  /** Milliseconds since 1970; absent when nothing has happened yet. */
  readonly now?: number;
  readonly settings: LiftSettings;
}

/** Everything the report says about what the offers added. Pure: the same rows give the same figures at every look. */
export function summariseLift({ rows: all, visits, now, settings }: LiftInput): LiftFigures {
  const begin = beginOf(all);
  const rows = since(all, Math.max(settings.since, begin));
  const split = checkSplit(rows.units, settings.shares);
  const settled = withoutChanges(rows, settings);
  const judging = { worth: settings.worth, isSound: split.isSound };
  const effects = effectsOf(settled, judging);
  const points = revenueByDay(settled, judging);
  const guardrail = guardCheckouts(rows.checkouts, settings.shares);
  const decidedAt = settings.decidedAt ?? points.find(({ effect }) => effect && isDecisive(effect.verdict))?.day;
  const compared = { offers: unitsIn(settled, "offers"), holdout: unitsIn(settled, "holdout") };
  return {
    worth: settings.worth,
    measured: measureShare(begin === Infinity ? { ...all, comparedVisits: 0 } : all, visits, settings),
    ...{ split, effects, compared, guardrail },
    ...addedBy(effects, compared.offers),
    ...(decidedAt !== undefined && { decidedAt }),
    // Posted orders anybody can make up; they decide nothing but what the report says.
    switch: decideSwitch({ guardrail, settings, decidedAt: all.basis === "confirmed" ? decidedAt : settings.decidedAt }),
    afterwards: rows.afterwards.map(withRates),
    ...(settings.goal && now !== undefined && { goal: nearGoal(settings.goal, rows.orderDays, now) }),
    series: points.map(({ day, units, effect }): EffectPoint => ({ day, units, ...effect?.difference })),
    orderDays: rows.orderDays,
  };
}

/** The first day on which a visit was held out: before, every visit saw offers, and there was nothing to compare them with. */
function beginOf({ units }: LiftRows): number {
  if (units.length === 0) return 0;
  return units.reduce((first, { arm, day, units: count }) => (arm === "holdout" && count > 0 ? Math.min(first, day) : first), Infinity);
}

function since(rows: LiftRows, from: number): LiftRows {
  const isLater = ({ day }: { readonly day: number }) => day >= from;
  return { ...rows, units: rows.units.filter(isLater), money: rows.money.filter(isLater), checkouts: rows.checkouts.filter(isLater) };
}

function withoutChanges(rows: LiftRows, { shares }: LiftSettings): LiftRows {
  const isWhole = ({ day }: { readonly day: number }) => isSettled(day, shares);
  return { ...rows, units: rows.units.filter(isWhole), money: rows.money.filter(isWhole) };
}

/** The difference per 1,000 visits times the visits that were offered something. */
function addedBy([revenue]: LiftFigures["effects"], visits: number): Pick<LiftFigures, "added"> {
  const { measure, difference, currency } = revenue ?? {};
  if (measure !== "revenue" || !difference || currency === undefined) return {};
  const over = (perThousand: number) => Math.round((perThousand * visits) / 1000);
  return { added: { currency, estimate: over(difference.estimate), low: over(difference.low), high: over(difference.high) } };
}

function unitsIn({ units }: LiftRows, arm: "offers" | "holdout"): number {
  return units.reduce((sum, row) => sum + (row.arm === arm ? row.units : 0), 0);
}

function withRates(row: LiftRows["afterwards"][number]): LiftFigures["afterwards"][number] {
  const { orders, returned, customers, repeated } = row;
  return {
    ...row,
    ...(orders > 0 && { returnRate: returned / orders }),
    ...(customers > 0 && { repeatRate: repeated / customers }),
  };
}
