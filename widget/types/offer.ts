import type { Cart, Line, LineKey } from "./cart.ts";
import type { Money } from "./money.ts";
import type { PageContext } from "./page.ts";
import type { Placement } from "./placement.ts";
import type { Product, ProductId, VariantId } from "./product.ts";

export type { Placement };

/** A cross-sell adds a line; an up-sell replaces one. */
export type OfferKind = "cross-sell" | "up-sell";

/** What the model knows between two products: a complement, or a premium alternative. */
export type Relation = "with" | "instead";

/** What an offer belongs to: a line of the cart, or the product in view. */
export type For = { readonly line: LineKey } | { readonly product: ProductId };

/** One fact of the catalogue in which a premium alternative differs. */
export interface Difference {
  readonly attribute: string;
  /** Absent: the product it replaces has no such attribute. */
  readonly from?: string;
  readonly to: string;
  /** `true` better, `false` worse, absent: merely different. */
  readonly better?: boolean;
}

/** The evidence behind an offer. Everything shown as a reason is one of these. */
export type Reason =
  /** It fits what it goes with: `value` is the value of `attribute` they share. */
  | { readonly kind: "fits"; readonly attribute: string; readonly value: string }
  /** `share` of the orders with the one hold the other too, 0 to 1 in steps of 0.05. */
  | { readonly kind: "together"; readonly share: number }
  /** What a premium alternative has that the other lacks. */
  | { readonly kind: "better"; readonly differences: readonly Difference[] }
  /** The merchant said so. `text` is the merchant's own wording. */
  | { readonly kind: "rule"; readonly text?: string }
  /** The catalogue names it as an accessory or an upgrade. */
  | { readonly kind: "catalogue" }
  | { readonly kind: "rating"; readonly value: number; readonly count: number }
  /** Nothing but popularity speaks for it. Shown only where the merchant turned that on, and labelled. */
  | { readonly kind: "popular" };

/** A product a source proposes. */
export type Candidate = {
  readonly product: Product;
  /** The variant meant, where it matters (64 GB → 128 GB). */
  readonly variant?: VariantId;
  /** Higher is better; comparable within one source. */
  readonly score: number;
  /** Name of the source. */
  readonly source: string;
  readonly because: readonly Reason[];
  /** Outside the schedule or segment of the rule that proposes it. Never offered; kept so that the trace can say so. */
  readonly offSchedule?: boolean;
} & ({ readonly kind: "cross-sell"; readonly goesWith: readonly For[] } | { readonly kind: "up-sell"; readonly insteadOf: For });

/** Why a candidate was not offered, in the order in which the rules are asked; the last two come from giving out places. */
export type DropCode =
  | "not-purchasable"
  | "other-currency"
  | "in-cart"
  | "excluded"
  | "schedule"
  | "incompatible"
  | "unsupported"
  | "price-band"
  | "refused"
  | "pressure"
  | "category-cap"
  | "no-place";

/** A candidate that passed every rule and got a place. */
export interface Offer {
  /** `placement.kind.for.product`, the same for the same offer on every page. */
  readonly id: string;
  readonly kind: OfferKind;
  readonly placement: Placement;
  /** From 1, in its list. */
  readonly position: number;
  readonly product: Product;
  readonly variant?: VariantId;
  /** What it goes with, or what it replaces. */
  readonly for: For;
  /** Product id of that. */
  readonly forProduct: ProductId;
  /** Title of that line or product, for "goes with …" and "instead of …". */
  readonly forTitle?: string;
  /** Of one piece. Absent: no price is shown, a link instead. */
  readonly price?: Money;
  /** Up-sells: this price less that of what it replaces. */
  readonly priceDifference?: Money;
  /** How many a press brings in. An up-sell keeps the quantity of its line. */
  readonly quantity: number;
  readonly because: readonly Reason[];
  readonly source: string;
  /** The line a service is bound to. */
  readonly boundTo?: LineKey;
}

/** A line that lost what it was fitted or bound to, and what could stand in its place. */
export interface Misfit {
  readonly line: Line;
  /** `unfit`: what it fitted was replaced; `orphaned`: the line it was bound to is gone. */
  readonly why: "unfit" | "orphaned";
  /** Title of what it no longer fits or belongs to now. */
  readonly forTitle?: string;
  /** Its counterpart that fits, where the model knows one. */
  readonly replacement?: { readonly product: Product; readonly variant?: VariantId };
}

/** What one pass decided. */
export interface Plan {
  readonly offers: readonly Offer[];
  readonly misfits: readonly Misfit[];
  /** Every candidate that was judged, best first, at the shop's own price as far as that is known. */
  readonly candidates: readonly Candidate[];
  /** Why each of them that is nowhere shown is not. */
  readonly dropped: ReadonlyMap<Candidate, DropCode>;
}

/** What the shopper did with earlier offers of the visit. */
export interface OfferMemory {
  /** Products refused, and kinds refused (`cross-sell:Cases`). */
  readonly refused: ReadonlySet<string>;
  /** How many refusals each placement had. */
  readonly refusals: ReadonlyMap<Placement, number>;
  /** On how many earlier page views each product was seen as an offer. */
  readonly seen: ReadonlyMap<ProductId, number>;
  /** Products that an accepted offer brought in: nothing is offered instead of them. */
  readonly brought: ReadonlySet<ProductId>;
}

/** What the merchant set, and what the shopper did, as far as the decisions need it. */
export interface OfferSettings {
  readonly priceBand: number;
  readonly popular: boolean;
  /** Places per placement; absent: the calm defaults. */
  readonly limits: Readonly<Partial<Record<Placement, number | undefined>>>;
  readonly pressure: { readonly offers: number; readonly repeats: number };
  readonly memory: OfferMemory;
  /** What the merchant and the catalogue never want offered with this cart: product ids and category names. */
  readonly never: { readonly products: ReadonlySet<ProductId>; readonly categories: ReadonlySet<string> };
}

/** Everything a source and the rules may know. Plain data. */
export interface OfferContext {
  readonly cart: Cart;
  readonly page: PageContext;
  /** Catalogue entries of the cart's lines and of the product in view, as far as known, by product id. */
  readonly products: ReadonlyMap<ProductId, Product>;
  /** Placements with an anchor on this page. */
  readonly placements: readonly Placement[];
  /** Milliseconds since 1970. */
  readonly now: number;
}
