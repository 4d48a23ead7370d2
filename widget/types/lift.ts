import type { AfterwardsRow, LiftRows, OrderDayRow } from "./liftRows.ts";

/** Share of visits held out from a moment on. */
export interface ShareFrom {
  readonly from: number;
  readonly share: number;
}

/** What the merchant wants to reach. */
export interface Goal {
  readonly currency: string;
  /** Rise of the average order, 0.05 for 5 %. */
  readonly rise: number;
  /** Milliseconds since 1970; `by` is the end of the last day. */
  readonly from: number;
  readonly by: number;
  /** Average order before, in minor units. Absent: that of the four weeks before `from`. */
  readonly baseline?: number;
}

export interface LiftSettings {
  /** Smallest effect that is worth knowing, as a share of what it is without offers. `about N more visits` is for it. */
  readonly worth: number;
  /** Shares held out, oldest first. */
  readonly shares: readonly ShareFrom[];
  /** Only days from here on are compared: set when the experiment begins anew. Milliseconds since 1970. */
  readonly since: number;
  /** Share held out until the question is decided, and after. */
  readonly undecided: number;
  readonly decided: number;
  /** All visits of the same time by the shop's own count, where it told. */
  readonly visits?: number;
  readonly goal?: Goal;
  /** Offers were switched off, and the question taken for decided: both hold until `since` is set anew. */
  readonly isOff?: boolean;
  readonly decidedAt?: number;
}

/** What the merchant says of the experiment. */
export interface Experiment extends Omit<LiftSettings, "isOff" | "decidedAt"> {
  /** `shares` is the merchant's word, not the default. */
  readonly saysShares?: boolean;
}

export interface Range {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export type Measure = "revenue" | "profit" | "averageOrder" | "checkouts";

/**
 * What may be said. `more`, `less`: the interval leaves zero out. `same`: it leaves out every effect worth knowing. `open`: it
 * does neither. `early`: too little for an interval. `uneven`: single orders carry the figure, no interval of it holds. `unsound`:
 * the arms have not the sizes they were drawn with, so that they are not alike.
 */
export type Verdict = "more" | "less" | "same" | "open" | "early" | "uneven" | "unsound";

/** The arms apart and the difference between them. */
export interface Effect {
  readonly measure: Measure;
  /** Absent for `checkouts`. */
  readonly currency?: string;
  readonly verdict: Verdict;
  /** Minor units per 1,000 visits; per order for `averageOrder`. For `checkouts`: units with an order among 1,000. */
  readonly offers: number;
  readonly holdout: number;
  /** In the same unit. Valid at every look; absent where the verdict is `early`, `uneven` or `unsound`. */
  readonly difference?: Range;
  /** `difference` as a share of `holdout`. */
  readonly relative?: Range;
  /** Width of the interval over that of a fixed-sample one on the same data. */
  readonly widthRatio?: number;
  /** About how many more visits until an effect worth knowing would show; absent where it is decided or cannot be said yet. */
  readonly moreVisits?: number;
}

/** The first line of the report. Shares are 0 to 1 and absent where there is nothing to divide by. */
export interface Measured {
  /** `told`: that sent anything. `inNeither`: had offers before their consent was known. `share`: of all the shop's visits. */
  readonly visits: { readonly told: number; readonly compared: number; readonly inNeither: number; readonly share?: number };
  readonly orders: {
    readonly basis: LiftRows["basis"];
    readonly posted: number;
    readonly unverified: number;
    readonly confirmed: number;
    readonly recognised: number;
    readonly share?: number;
  };
}

/** Whether the arms have the sizes they were drawn with. */
export interface SplitCheck {
  readonly offers: number;
  readonly holdout: number;
  /** Of the held-out units, as drawn. */
  readonly expected: number;
  readonly isSound: boolean;
}

/** Completed checkouts of confirmed orders. `red`: offers are to be stopped. */
export interface Guardrail {
  readonly state: "blind" | "green" | "red";
  readonly offers: number;
  readonly holdout: number;
  /** Change of completed checkouts with offers, as a share; absent without orders in both arms. */
  readonly change?: number;
  /** How many times likelier the orders are with harm than without, at its greatest; red from `limit` on. */
  readonly evidence: number;
  readonly limit: number;
  /** Day on which it turned red. */
  readonly since?: number;
}

/** What the collector publishes for the widget. */
export interface SwitchFile {
  readonly offers: "on" | "off";
  /** Share of visits to hold out. */
  readonly holdout: number;
}

/** What was published from a moment on. */
export interface SwitchState extends SwitchFile {
  readonly at: number;
  /** Beginning of the experiment it is for, as in the settings. */
  readonly since: number;
  /** When the question was decided; absent while it is open. */
  readonly decidedAt?: number;
}

export interface Afterwards extends AfterwardsRow {
  readonly returnRate?: number;
  readonly repeatRate?: number;
}

export interface GoalProgress extends Omit<Goal, "baseline"> {
  readonly baseline?: number;
  readonly target?: number;
  /** Average order of the last four weeks. */
  readonly now?: number;
  /** How much of the way from baseline to target is done; below 0 or above 1 where it is. */
  readonly done?: number;
  readonly daysLeft: number;
}

/** One point a day: the revenue difference as it stood in the evening. */
export interface EffectPoint extends Partial<Range> {
  readonly day: number;
  readonly units: number;
}

export interface LiftFigures {
  readonly worth: number;
  readonly measured: Measured;
  readonly split: SplitCheck;
  /** Revenue first, of the currency with most orders; empty until both arms have a visit. */
  readonly effects: readonly Effect[];
  /** Units in each arm that are compared. */
  readonly compared: { readonly offers: number; readonly holdout: number };
  /** Minor units the offers added over all compared visits that saw them, where the first effect has an interval. */
  readonly added?: Range & { readonly currency: string };
  readonly guardrail: Guardrail;
  /** When the question was decided; absent while it is open. */
  readonly decidedAt?: number;
  readonly switch: SwitchFile;
  readonly afterwards: readonly Afterwards[];
  readonly goal?: GoalProgress;
  readonly series: readonly EffectPoint[];
  readonly orderDays: readonly OrderDayRow[];
}
