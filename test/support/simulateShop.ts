import type { CheckoutDayRow, LiftRows, MoneyDayRow, UnitDayRow } from "../../widget/types/liftRows.ts";
import type { ComparedArm } from "../../widget/types/arm.ts";
import { createRandom } from "../../demo/stores/electronics/random.ts";

export const DAY = 86_400_000;
/** Monday, 1 June 2026. */
export const FIRST_DAY = Date.UTC(2026, 5, 1);

/** A shop whose truth is known. */
export interface Truth {
  /** Eligible visits a day. */
  readonly visits: number;
  /** Share of visits that order without offers. */
  readonly conversion: number;
  /** Mean order in minor units, and the spread of its logarithm. */
  readonly meanOrder: number;
  readonly logSpread: number;
  /** With offers: share of orders that grow, and by how much of themselves. */
  readonly taking: number;
  readonly growth: number;
  /** With offers: change of the share of visits that order. */
  readonly checkouts: number;
}

/** Orders of one arm on one day, in minor units. */
export interface ArmDay {
  readonly units: number;
  readonly orders: readonly number[];
}

export type ShopDay = Readonly<Record<ComparedArm, ArmDay>> & { readonly day: number };

/** A stretch of the random numbers for each of a thousand runs, long enough that no two meet. */
export function seedOf(run: number): number {
  return Math.imul(0x6d2b79f5, run << 22);
}

/** Endless days of a shop, half of the visits held out. The same seed gives the same days. */
export function* simulateShop(truth: Truth, seed: number): Generator<ShopDay, never> {
  const random = createRandom(seed);
  for (let day = FIRST_DAY; ; day += DAY) {
    const holdout = countHits(truth.visits, 0.5, random);
    const offers = truth.visits - holdout;
    yield {
      day,
      offers: armDay(offers, truth, { random, isOffered: true }),
      holdout: armDay(holdout, truth, { random, isOffered: false }),
    };
  }
}

type Random = () => number;

function armDay(units: number, truth: Truth, { random, isOffered }: { readonly random: Random; readonly isOffered: boolean }): ArmDay {
  const { conversion, checkouts, meanOrder, logSpread, taking, growth } = truth;
  const buyers = countHits(units, conversion * (isOffered ? 1 + checkouts : 1), random);
  const median = meanOrder / Math.exp(logSpread ** 2 / 2);
  const orders = Array.from({ length: buyers }, () => {
    const order = median * Math.exp(logSpread * drawNormal(random));
    return Math.max(1, Math.round(isOffered && random() < taking ? order * (1 + growth) : order));
  });
  return { units, orders };
}

/** How many of `tries` hit, by the gaps between hits: as many draws as hits. */
function countHits(tries: number, chance: number, random: Random): number {
  const perGap = Math.log1p(-chance);
  let hits = 0;
  for (let at = 0; ; hits++) {
    at += 1 + Math.floor(Math.log(1 - random()) / perGap);
    if (at > tries) return hits;
  }
}

function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** What the store counts of these days when every order is confirmed and carries its mark. */
export function toLiftRows(days: readonly ShopDay[]): LiftRows {
  const arms = days.flatMap(({ day, ...of }) => (["holdout", "offers"] as const).map((arm) => ({ day, arm, ...of[arm] })));
  const orders = arms.reduce((sum, row) => sum + row.orders.length, 0);
  return {
    ...{ basis: "confirmed", posted: orders, unverified: 0, confirmed: orders, recognised: orders },
    inNeither: 0,
    comparedVisits: arms.reduce((sum, { units }) => sum + units, 0),
    units: arms.map(({ day, arm, units, orders: { length: buyers } }): UnitDayRow => ({ day, arm, units, buyers })),
    money: arms.map(({ day, arm, orders: values }): MoneyDayRow => ({ day, arm, ...sumsOf(values) })),
    checkouts: arms.map(({ day, arm, orders: { length: units } }): CheckoutDayRow => ({ day, arm, units })),
    afterwards: (["holdout", "offers"] as const).map((arm) => ({
      ...{ arm, returned: 0, customers: 0, repeated: 0 },
      orders: arms.reduce((sum, row) => sum + (row.arm === arm ? row.orders.length : 0), 0),
    })),
    orderDays: days.map(({ day, offers, holdout }) => {
      const both = [...offers.orders, ...holdout.orders];
      return { day, currency: "EUR", orders: both.length, sum: both.reduce((sum, value) => sum + value, 0) };
    }),
  };
}

/** The counts of some days and of later ones together. */
export function addLiftRows(rows: LiftRows | undefined, later: LiftRows): LiftRows {
  if (!rows) return later;
  const count = (name: "posted" | "confirmed" | "recognised" | "comparedVisits") => ({ [name]: rows[name] + later[name] });
  return {
    ...{ ...later, ...count("posted"), ...count("confirmed"), ...count("recognised"), ...count("comparedVisits") },
    units: [...rows.units, ...later.units],
    money: [...rows.money, ...later.money],
    checkouts: [...rows.checkouts, ...later.checkouts],
    afterwards: rows.afterwards.map((row, at) => ({ ...row, orders: row.orders + (later.afterwards[at]?.orders ?? 0) })),
    orderDays: [...rows.orderDays, ...later.orderDays],
  };
}

function sumsOf(values: readonly number[]): Omit<MoneyDayRow, "day" | "arm"> {
  const revenue = values.reduce((sum, value) => sum + value, 0);
  return {
    ...{ currency: "EUR", orders: values.length, ordersSquared: values.length, revenue, ordersTimesRevenue: revenue },
    revenueSquared: values.reduce((sum, value) => sum + value ** 2, 0),
    largest: values.reduce((most, value) => Math.max(most, value), 0),
    ...{ costed: 0, profit: 0, profitSquared: 0, largestProfit: 0 },
  };
}
