import type { Money } from "./money.ts";

/** The id the shop's cart uses for the product. Variant ids and SKUs are aliases of it. */
export type ProductId = string;
export type VariantId = string;

/** What the catalogue knows about a product, value by attribute name: `{ memory: "128 GB" }`. */
export type Attributes = Readonly<Record<string, string>>;

/** Values by attribute name. Every attribute must be met; any one of its values meets it. */
export type Demands = Readonly<Record<string, readonly string[]>>;

/** One way of buying a product: a colour, a size, a memory. */
export interface Variant {
  readonly id: VariantId;
  /** What tells it from its siblings: `{ Colour: "Black" }`. Also counted as attributes of the variant. */
  readonly options: Attributes;
  /** Absent: the product's own price. */
  readonly price?: Money;
  /** Absent: as the product. */
  readonly available?: boolean;
}

/** `goods` is a product; `service` is bound to a line (warranty); `partner` is another company's, linked. */
export type ProductKind = "goods" | "service" | "partner";

/** A product as the catalogue, the page or the shop's own endpoint tells it. Absent means unknown. */
export interface Product {
  readonly id: ProductId;
  readonly title: string;
  readonly url?: string;
  readonly image?: string;
  readonly price?: Money;
  /** `false`: cannot be bought now. */
  readonly available?: boolean;
  /** From broad to narrow: `["Phones", "Smartphones"]`. The last one is the product's type. */
  readonly categories?: readonly string[];
  readonly brand?: string;
  readonly tags?: readonly string[];
  readonly attributes?: Attributes;
  readonly variants?: readonly Variant[];
  readonly rating?: Rating;
  /** Absent: `goods`. */
  readonly kind?: ProductKind;
  /** It can be followed and not be added: the shop's cart cannot be written. */
  readonly linked?: boolean;
  /** A service is bought once per line or once per order. Absent: per line. */
  readonly per?: "line" | "order";
  /** Page of the terms of a service or of a partner's offer. */
  readonly terms?: string;
  /** What a measure of it costs, as price labels must tell for goods sold by weight or volume. */
  readonly unit?: UnitPrice;
  /** Services that cannot stand beside this one on the same line (the other tiers of a warranty). */
  readonly excludes?: readonly ProductId[];
  /** The company behind a partner's offer. */
  readonly by?: string;
  /** A partner's offer shows only when the cart's total is at least this, in minor units. */
  readonly above?: number;
  /** The line it goes with must carry these attributes: a case fits `{ model: ["Aster 9"] }`. */
  readonly fits?: Demands;
  /** Some line of the cart, or the product in view, must carry these attributes. */
  readonly requires?: Demands;
  /** Of the products that carry one of these values, a cart holds at most one. */
  readonly oneOf?: Demands;
  /** Every other id the shop uses for it: SKUs, variant ids. */
  readonly aliases?: readonly string[];
}

/** "€1.20 per 100 g". */
export interface UnitPrice {
  readonly price: Money;
  /** The measure, in the shop's own words: "100 g", "l". */
  readonly per: string;
}

export interface Rating {
  /** Out of 5. */
  readonly value: number;
  readonly count: number;
}
