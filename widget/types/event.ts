import type { Arm } from "./arm.ts";
import type { OfferKind, Placement } from "./offer.ts";
import type { RefusalCode } from "./platform.ts";
import type { ProductId } from "./product.ts";

/** One tap after a refusal, or a kind word. */
export type Answer = "have-it" | "not-for-me" | "too-dear" | "does-not-fit" | "helpful";

/** What every event carries. */
export interface EventBase {
  /** Made in the browser; the collector's primary key. */
  readonly id: string;
  /** Counts up from 1 within a visit. */
  readonly seq: number;
  /** Milliseconds since 1970, by the shopper's clock. */
  readonly at: number;
  readonly visit: string;
  /** Whom the arm was drawn for, where that is not the visit: the browser that the shopper allowed to remember. */
  readonly person?: string;
  readonly view: string;
  readonly arm: Arm;
  /** Of the widget. */
  readonly version: string;
  /** Model build, where a model was read. */
  readonly build?: string;
}

/** What every event about an offer carries. Money in minor units of `currency`. */
export interface AboutOffer {
  readonly placement: Placement;
  readonly position: number;
  /** `placement.kind.for.product` */
  readonly offer: string;
  readonly kind: OfferKind;
  readonly source: string;
  readonly product: ProductId;
  /** Product id of what it goes with or replaces. */
  readonly for: ProductId;
  readonly price?: number;
  /** Price of what an up-sell replaces. */
  readonly priceOfOther?: number;
  readonly currency?: string;
  readonly quantity: number;
}

export interface OrderedLine {
  readonly product: ProductId;
  readonly quantity: number;
  readonly price?: number;
  /** The offer the line came from, when it did. */
  readonly offer?: string;
  /** With an up-sell: the price of what it replaced. */
  readonly priceOfOther?: number;
}

/** The closed catalogue. Events are facts, recorded after the thing happened. */
export type OfferEvent = EventBase &
  (
    | /** Once per visit, in both arms, when the first offer would be shown. */ { readonly type: "eligible" }
    | (AboutOffer & { /** Stands in the page. */ readonly type: "shown" })
    | (AboutOffer & { /** At least half visible for one second; once per offer and page view. */ readonly type: "seen" })
    | (AboutOffer & { /** The product's link was followed. */ readonly type: "opened" })
    | (AboutOffer & { /** The re-read cart holds it. */ readonly type: "added" })
    | (AboutOffer & { /** The re-read cart holds it in place of the other. */ readonly type: "swapped" })
    | (AboutOffer & { /** The shop did not take the write. */ readonly type: "failed"; readonly reason: RefusalCode })
    | (AboutOffer & { /** Declined. */ readonly type: "dismissed" })
    | (AboutOffer & { readonly type: "rated"; readonly answer: Answer })
    | (AboutOffer & { /** An added or swapped offer was taken back by the shopper. */ readonly type: "undone" })
    | {
        /** Once per order id. */ readonly type: "ordered";
        /** Hashed. */ readonly order: string;
        readonly currency: string;
        readonly total?: number;
        readonly lines: readonly OrderedLine[];
      }
  );

export type EventType = OfferEvent["type"];

/** An event as the flow hands it over; the rest is filled in by `events/`. */
export type Happening = OfferEvent extends infer E ? (E extends OfferEvent ? Omit<E, keyof EventBase> : never) : never;
