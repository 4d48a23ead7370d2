import type { Effect, Measure } from "../../types/lift.ts";
import type { LiftRows } from "../../types/liftRows.ts";
import { accumulateArms, NO_DAYS } from "./accumulateArms.ts";
import type { DayOfArms } from "./armDays.ts";
import { armDays, measureDay } from "./armDays.ts";
import type { CurrencyOrders } from "./currenciesOf.ts";
import { currenciesOf } from "./currenciesOf.ts";
import { compareArms } from "./compareArms.ts";
import { informationOf } from "./informationOf.ts";
import { isDifference } from "./isDecisive.ts";
import type { Judging } from "./toEffect.ts";
import { toEffect } from "./toEffect.ts";

/** Gross profit is given when the cost of at least this share of the orders is known. */
const COSTED = 0.95;

/**
 * The effects on all measures: those of the currency with most orders, completed checkouts, those of other currencies. The first,
 * revenue, is the question. The others are judged only once it is answered with a difference: four questions at once would
 * be answered wrongly by chance more often than one (a gatekeeping order of tests). Their intervals stand in any case.
 */
export function effectsOf(rows: LiftRows, judging: Judging): readonly Effect[] {
  const [main, ...others] = currenciesOf(rows).map((currency) => ofCurrency(rows, currency, judging));
  const alike = main?.information === undefined ? {} : { information: main.information };
  const checkouts = toEffect(sumUp(armDays(rows, ""), "checkouts"), { ...judging, ...alike, measure: "checkouts" });
  const [first, ...rest] = [...(main?.effects ?? []), ...(checkouts ? [checkouts] : []), ...others.flatMap(({ effects }) => effects)];
  if (!first) return [];
  const isAnswered = first.measure === "revenue" && isDifference(first.verdict);
  return [first, ...(isAnswered ? rest : rest.map(leaveOpen))];
}

interface CurrencyEffects {
  readonly information?: number;
  readonly effects: readonly Effect[];
}

function ofCurrency(rows: LiftRows, { currency, orders, costed }: CurrencyOrders, judging: Judging): CurrencyEffects {
  const days = armDays(rows, currency);
  const revenue = compareArms(sumUp(days, "revenue"));
  if (!revenue) return { effects: [] };
  const information = informationOf(revenue, judging.worth);
  const isCosted = costed > 0 && costed >= COSTED * orders;
  const measures: readonly Measure[] = isCosted ? ["revenue", "profit", "averageOrder"] : ["revenue", "averageOrder"];
  const effects = measures.flatMap((measure) => toEffect(sumUp(days, measure), { ...judging, measure, currency, information }) ?? []);
  return { information, effects };
}

function sumUp(days: readonly DayOfArms[], measure: Measure) {
  return days.reduce((totals, day) => accumulateArms(totals, measureDay(day, measure)), NO_DAYS);
}

function leaveOpen(effect: Effect): Effect {
  return isDifference(effect.verdict) ? { ...effect, verdict: "open" } : effect;
}
