import type { ConfirmedOrder } from "../../types/confirmedOrder.ts";
import type { OfferEvent } from "../../types/event.ts";
import type { SwitchState } from "../../types/lift.ts";
import type { FigureRows } from "../../types/report.ts";

/** An event with what the collector knows about it. Nothing about the shopper's machine or address. */
export interface StoredEvent {
  readonly event: OfferEvent;
  readonly shop: string;
  /** When it came in, by the collector's clock, in milliseconds since 1970. */
  readonly received: number;
  /** When it happened, by the collector's clock. */
  readonly happened: number;
  /** Milliseconds the shopper's clock was behind the collector's. */
  readonly skew: number;
}

/** How many events a browser gave up, and why. */
export interface StoredDrop {
  /** The same for every try of the same batch, so that a repeated batch is not counted twice. */
  readonly batch: string;
  readonly shop: string;
  readonly reason: string;
  readonly count: number;
  /** When it came in, by the collector's clock. */
  readonly received: number;
}

export interface Arrivals {
  readonly events: readonly StoredEvent[];
  readonly drops: readonly StoredDrop[];
}

/** How many of the shop's own orders met what browsers told. */
export interface Joined {
  /** They carry the mark of a visit. */
  readonly byMark: number;
  /** Of the others: a browser told of the order. */
  readonly byOrder: number;
  /** No browser knows of them. */
  readonly unknown: number;
  /** Of all of the shop's orders that are there: those since the first event that were not cancelled. */
  readonly measured: number;
  /** Of `measured`: those of a known visit, by mark or by order id. */
  readonly seen: number;
}

/**
 * What is to be forgotten: everything that happened before a time, or everything of the person that a visit belonged to or that
 * placed an order. The order is given as the shop writes its id, or hashed.
 */
export type Forgetting = { readonly before: number } | { readonly visit: string } | { readonly order: string };

/** How many rows were removed: of events, of counts of dropped events, of the shop's own orders, of months of sums. */
export interface Removed {
  readonly events: number;
  readonly drops: number;
  readonly orders: number;
  readonly months: number;
}

export interface Exporting {
  readonly table: "events" | "orders";
  readonly format: "csv" | "parquet";
  /** Where it goes. A file that is there is replaced. */
  readonly file: string;
}

export interface StoreSize {
  readonly events: number;
  /** Of the database's files. */
  readonly bytes: number;
}

/** Where events are kept. One implementation per database. */
export interface EventStore {
  /**
   * Stores all of it or nothing, and answers once it would survive the machine being switched off.
   * Resolves with the ids that are new; an id that is already there is left as it is. Rejects when the database cannot take it.
   */
  insert(arrivals: Arrivals): Promise<ReadonlySet<string>>;
  /** Takes the shop's own orders; of an order that is already there, the later word counts. All of them or none. */
  confirm(orders: readonly ConfirmedOrder[]): Promise<Joined>;
  /** Keeps what is about to be published in the switch file, durably. */
  keepSwitch(state: SwitchState): Promise<void>;
  /** Everything that was, oldest first. */
  switches(): Promise<readonly SwitchState[]>;
  /** All figures as of one moment. */
  figures(): Promise<FigureRows>;
  /** Removes it for good: afterwards no byte of it is in the database's files. */
  forget(what: Forgetting): Promise<Removed>;
  /** Keeps only the sums of each month of what happened before a time, and removes the rest as `forget` does. */
  condense(before: number): Promise<Removed>;
  /** Writes a table, in the order in which the rows came in. */
  export(what: Exporting): Promise<void>;
  /** Rejects when nothing can be written now. */
  check(): Promise<void>;
  size(): Promise<StoreSize>;
  /** Finishes what is under way and closes the database. */
  stop(): Promise<void>;
}

/** What commands do with a store, wherever it is. */
export type ReachedStore = Pick<EventStore, "confirm" | "forget" | "export" | "stop">;
