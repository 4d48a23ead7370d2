import type { Cart, LineKey } from "./cart.ts";
import type { Money } from "./money.ts";
import type { Arm } from "./arm.ts";
import type { Placement, Relation } from "./offer.ts";
import type { PageContext } from "./page.ts";
import type { Attributes, Product, ProductId, VariantId } from "./product.ts";

/** Undoes what was started. Calling it twice does no harm. */
export type Stop = () => void;

export type { Customer, PageContext } from "./page.ts";

/** What is asked of the shop's cart. Never a price: the shop knows its own. */
export interface AddRequest {
  readonly product: ProductId;
  readonly variant?: VariantId;
  readonly options?: Attributes;
  /** Whole and at least 1. */
  readonly quantity: number;
  readonly properties?: Readonly<Record<string, string>>;
  /** The line a service belongs to. */
  readonly boundTo?: LineKey;
}

export type RefusalCode = "sold-out" | "refused" | "network" | "unsupported";

/** The outcome of a cart write. A refusal is a value, not an exception. */
export type WriteResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: RefusalCode; /** The shop's own words. */ readonly message?: string };

/** Where in the page a placement goes. Of several for one placement the first one is taken where nothing visible moves. */
export interface Anchor {
  readonly placement: Placement;
  /** CSS selector; the first match counts, with `line` every match. */
  readonly selector: string;
  /** Where our element goes, seen from the match. Absent: `append`. */
  readonly position?: "append" | "prepend" | "before" | "after";
  /** The anchor is inside a cart line, for up-sells of that line: name of the attribute that holds the line's key, or what tells it of a match. */
  readonly line?: string | ((match: Element) => LineKey | undefined);
}

export interface PlacedOrder {
  readonly id: string;
  readonly currency: string;
  readonly lines: readonly {
    readonly product: ProductId;
    readonly variant?: VariantId;
    readonly quantity: number;
    readonly price?: Money;
  }[];
  /** As the shop states it. */
  readonly total?: Money;
}

/** A relation the merchant already keeps in the shop. */
export interface RelatedProduct {
  /** What it goes with, or what it stands in the place of. */
  readonly of: ProductId;
  readonly product: Product;
}

/** What the cart carries into the order, so that the shop's own export can be joined with what was measured. */
export interface OrderMark {
  readonly visit: string;
  readonly arm: Arm;
  /** Ids of the offers that were taken. */
  readonly offers: readonly string[];
}

/**
 * The software a shop runs on. An absent optional member means that the ability is not offered: no `remove`, no undo.
 * Members may throw or reject; their callers stand under a guard.
 */
export interface Platform {
  readonly name: string;
  readonly anchors: readonly Anchor[];
  /** Nothing can be put into its cart: its offers are links. */
  readonly readOnly?: boolean;
  context(): PageContext;
  /** Rejects when the cart cannot be read. */
  readCart(signal: AbortSignal): Promise<Cart>;
  /** May cry wolf: whoever listens reads anew and compares. */
  watch(what: "cart" | "page", maybeChanged: () => void): Stop;
  add(item: AddRequest): Promise<WriteResult>;
  /** Keeps the quantity. Add, re-read, remove, one refresh of the theme; absent: `add` and `remove` are used. */
  swap?(line: LineKey, item: AddRequest): Promise<WriteResult>;
  setQuantity?(line: LineKey, quantity: number): Promise<WriteResult>;
  remove?(line: LineKey): Promise<WriteResult>;
  /**
   * Live price and stock. A product that is left out keeps its catalogue card; one with `available: false` is not offered. `known`: the
   * cards, by product id.
   */
  products?(ids: readonly ProductId[], signal: AbortSignal, known: ReadonlyMap<ProductId, Product>): Promise<readonly Product[]>;
  /** What the merchant relates to these products, best first. */
  related?(ids: readonly ProductId[], relation: Relation, signal: AbortSignal): Promise<readonly RelatedProduct[]>;
  /** On the confirmation page. `last`: the newest cart with anything in it, where the shopper allows to remember it. */
  order?(last?: Cart): PlacedOrder | undefined | Promise<PlacedOrder | undefined>;
  /** Has the cart carry this into the order. Asked only with the shopper's consent, and again when the facts change. */
  mark?(facts: OrderMark): Promise<void>;
  /** What `mark` writes stands in the page alone: it is asked on every page anew. */
  readonly marksPage?: boolean;
}

/** What a shop hands to `start` to be read and written its own way; whatever it leaves out is read from the page's markup. */
export type Adapter = Partial<Omit<Platform, "name" | "marksPage" | "readOnly">>;
