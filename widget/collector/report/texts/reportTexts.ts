import type { Measure, Verdict } from "../../../types/lift.ts";
import type { ChangedPair } from "../../../types/changes.ts";
import type { OfferKind, Placement } from "../../../types/offer.ts";
import type { RefusalCode } from "../../../types/platform.ts";
import type { RefusalAnswer, Step } from "../../../types/report.ts";

/** A text for every plural form of its language, with `{count}` where the number stands. */
export type Plural<Form extends string> = Readonly<Record<Form, string>>;

/** Steps of the funnel, with the one that is not drawn over time. */
export type FunnelStep = Step | "opened";

/**
 * All the report says in one language. `{names}` in braces are filled in, what stands between backticks is code. `Form` lists
 * the plural forms that the language has besides `other` by `Intl.PluralRules`, so that none can be forgotten.
 */
export interface ReportTexts<Form extends string> {
  /** The language's name for itself. */
  readonly name: string;
  readonly title: string;
  readonly visits: Plural<Form>;
  readonly orders: Plural<Form>;
  readonly top: Readonly<Record<"live" | "polling" | "lost" | "asOf" | "waiting" | "language" | "parts", string>>;
  readonly measured: Readonly<
    Record<
      | "both"
      | "visitsOnly"
      | "ordersOnly"
      | "none"
      | "since"
      | "sinceNothing"
      | "compared"
      | "inNeither"
      | "posted"
      | "confirmed"
      | "unverified",
      string
    > & { readonly countVisits: string }
  >;
  /** What the arms differ in: the only texts that speak of effects. */
  readonly effects: EffectTexts<Form>;
  readonly split: Readonly<Record<"sound" | "unsound", string>>;
  readonly guardrail: Readonly<Record<"blind" | "green" | "redTitle" | "red" | "redChange" | "anew", string>>;
  readonly holdout: Readonly<Record<"undecided" | "decided", string>>;
  readonly daily: Readonly<Record<"title" | "chart" | "table" | "day" | "visits" | "low" | "high" | "note", string>>;
  readonly goal: Readonly<
    Record<
      "title" | "aim" | "baseline" | "target" | "now" | "done" | "way" | "reached" | "below" | "over" | "note" | "none" | "bar" | "time",
      string
    > & { readonly daysLeft: Plural<Form> }
  >;
  /** Above all that is counted and not compared. */
  readonly counted: string;
  readonly funnel: Readonly<
    Record<
      "title" | "all" | "total" | "byPlace" | "place" | "bySource" | "source" | "byVisit" | "visit" | "rate" | "note" | "visitNote",
      string
    > & {
      readonly unseen: Plural<Form>;
      readonly undone: Plural<Form>;
      readonly ofShown: string;
      readonly ofSeen: string;
      readonly lines: Plural<Form>;
      readonly inOrders: string;
      readonly still: string;
    }
  >;
  readonly extra: Readonly<
    Record<"title" | "table" | "currency" | "lines" | "goesWith" | "instead" | "together" | "none" | "note", string> & {
      readonly unpriced: Plural<Form>;
    }
  >;
  readonly averages: Readonly<Record<"title" | "table" | "takers" | "all" | "none" | "note", string>>;
  readonly pairs: Readonly<Record<"title" | "worstTitle" | "pair" | "leadsTo" | "note" | "worstNote" | "none", string>>;
  readonly declined: Readonly<Record<"title" | "byAnswer" | "byPair" | "none", string> & { readonly helpful: Plural<Form> }>;
  readonly failed: Readonly<Record<"title" | "byReason" | "none", string>>;
  readonly afterwards: Readonly<
    Record<"title" | "group" | "orders" | "returned" | "returnRate" | "customers" | "repeated" | "repeatRate" | "note", string>
  >;
  readonly time: Readonly<Record<"hourly" | "daily" | "hour" | "day" | "overTime" | "table" | "asTable" | "zone", string>>;
  readonly earlier: Readonly<Record<"title" | "month" | "visits" | "orders" | "note", string>>;
  readonly changes: Readonly<Record<"title" | "weight" | "why" | "out" | "none" | "note", string>> & {
    readonly reasons: Readonly<Record<ChangedPair["reason"], string>>;
  };
  readonly drops: Readonly<Record<"title" | "none" | "some" | "reason" | "count", string>> & {
    /** Why a browser gave events up, by its own word. */
    readonly reasons: Readonly<Record<DropWord, string>>;
  };
  readonly exports: Readonly<Record<"title" | ExportedTable, string>>;
  readonly empty: Readonly<Record<"title" | "lead" | "address" | "origin" | "consent", string>>;
  readonly placements: Readonly<Record<Placement, string>>;
  readonly kinds: Readonly<Record<OfferKind, string>>;
  readonly sources: Readonly<Record<"model" | "rules" | "shop" | "http", string>>;
  readonly steps: Readonly<Record<FunnelStep, string>>;
  readonly answers: Readonly<Record<RefusalAnswer, string>>;
  readonly failures: Readonly<Record<RefusalCode, string>>;
}

/** What can be had as a file. */
export type ExportedTable = "events" | "orders";

export type DropWord = "consent" | "invalid" | "too_large" | "overflow" | "expired" | "retry_exhausted" | "rate_limited" | "storage_lost";

interface EffectTexts<Form extends string> {
  readonly title: string;
  readonly nothing: string;
  /** All visits with offers together: where it is sure that they brought something, and where not. */
  readonly total: string;
  readonly sum: string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly per: Readonly<Record<"thousand" | "order", string>>;
  readonly arms: Readonly<Record<"offers" | "holdout", string>>;
  readonly difference: string;
  readonly interval: string;
  readonly range: string;
  readonly relative: string;
  readonly chart: string;
  /** A word or two each, for the eye. */
  readonly badges: Readonly<Record<Verdict, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** `open` while the question before it is. */
  readonly waits: string;
  readonly moreVisits: Plural<Form>;
  readonly reading: string;
  readonly basis: Readonly<Record<"posted" | "confirmed", string>>;
}

/** Of any language. */
export type AnyTexts = ReportTexts<"other">;
