import type { ComparedArm } from "./arm.ts";

/**
 * What a store counts for the comparison of the arms. A unit is what was drawn: a visit, or a person where the events carry
 * one. Only units with an `eligible` event of an arm are counted. Days are of UTC, by a unit's first `eligible` event.
 */
export interface UnitDayRow {
  /** Beginning of the day, milliseconds since 1970. */
  readonly day: number;
  readonly arm: ComparedArm;
  readonly units: number;
  /** Units with an order that was not cancelled. */
  readonly buyers: number;
}

/** Sums over the buyers of one day, arm and currency. Money in minor units; sums of squares and products of them are not exact. */
export interface MoneyDayRow {
  readonly day: number;
  readonly arm: ComparedArm;
  readonly currency: string;
  readonly orders: number;
  readonly ordersSquared: number;
  readonly revenue: number;
  readonly revenueSquared: number;
  readonly ordersTimesRevenue: number;
  /** The most one unit bought for. */
  readonly largest: number;
  /** Of `orders`: those whose cost is known. `profit` is over these. */
  readonly costed: number;
  readonly profit: number;
  readonly profitSquared: number;
  readonly largestProfit: number;
}

/**
 * Units with a confirmed order that carries its own mark, by the day of their first `eligible` event: the share held out on that
 * day is the one they were drawn with. Where no such event came, the day of the order. Nobody can post an order into it.
 */
export interface CheckoutDayRow {
  readonly day: number;
  readonly arm: ComparedArm;
  readonly units: number;
}

/** What became of confirmed orders. Customers are of those whose first order is old enough to know. */
export interface AfterwardsRow {
  readonly arm: ComparedArm;
  readonly orders: number;
  /** Of `orders`: with a refund. */
  readonly returned: number;
  readonly customers: number;
  /** Of `customers`: bought again in time. */
  readonly repeated: number;
}

export interface OrderDayRow {
  readonly day: number;
  readonly currency: string;
  readonly orders: number;
  readonly sum: number;
}

export interface LiftRows {
  /** `confirmed` as soon as the shop's orders were imported: then only they count, and only up to the newest of them. */
  readonly basis: "posted" | "confirmed";
  /** Visits with an `eligible` event. */
  readonly comparedVisits: number;
  /** Visits with offers and without: consent came after the first plan, so that they were never drawn. */
  readonly inNeither: number;
  /** Orders posted by browsers, each once. */
  readonly posted: number;
  /** Of `posted`: those in the time the import covers that it does not have. */
  readonly unverified: number;
  /** The shop's own orders since the first event, not cancelled. */
  readonly confirmed: number;
  /** Of `confirmed`: those of a known visit, by mark or by order id. */
  readonly recognised: number;
  readonly units: readonly UnitDayRow[];
  readonly money: readonly MoneyDayRow[];
  readonly checkouts: readonly CheckoutDayRow[];
  readonly afterwards: readonly AfterwardsRow[];
  /** All orders of the basis, whoever placed them. */
  readonly orderDays: readonly OrderDayRow[];
}
