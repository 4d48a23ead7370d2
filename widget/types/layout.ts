import type { Money } from "./money.ts";
import type { Misfit, Offer, Placement } from "./offer.ts";
import type { RefusalCode, Stop } from "./platform.ts";
import type { Answer } from "./event.ts";
import type { Product, VariantId } from "./product.ts";
import type { Texts } from "./texts.ts";

/**
 * Where an offer stands. `ready` can be taken; `working` while the shop's cart is written; `done` once the re-read cart holds it;
 * `failed` when it does not; `declined` after "no thanks", with the optional question why; `thanked` once that was answered.
 */
export type OfferState = "ready" | "working" | "done" | "failed" | "declined" | "thanked";

/** An offer with what became of it. */
export interface OfferView {
  readonly offer: Offer;
  readonly state: OfferState;
  /** With `failed`. */
  readonly reason?: RefusalCode;
  /** With `failed`: the shop's own words. */
  readonly message?: string;
  /** With `done`: the step can be taken back. */
  readonly canUndo?: boolean;
}

/** A misfit with what became of it; the same states as an offer's. */
export interface MisfitView {
  readonly misfit: Misfit;
  readonly state: OfferState;
  readonly canRemove: boolean;
}

/** The product in view with what became of it. */
export interface ViewItem extends Omit<OfferView, "offer" | "canUndo"> {
  readonly product: Product;
  /** As chosen on the page, or in the layout. */
  readonly variant?: VariantId;
  /** As the shop asks for it now; absent: it cannot be sold from here. */
  readonly price?: Money;
  /** It was in the cart when the page was read. */
  readonly inCart: boolean;
}

/** An offer and the variant chosen in it. */
export interface Chosen {
  readonly offer: Offer;
  readonly variant?: VariantId;
}

/** What a layout is given, whole, at every change. */
export interface LayoutProps {
  readonly placement: Placement;
  readonly offers: readonly OfferView[];
  readonly misfits: readonly MisfitView[];
  readonly texts: Texts;
  /** BCP 47; formats money and plurals. */
  readonly locale: string;
  /** 2 to 6. */
  readonly headingLevel: number;
  /** The merchant's own title of the list. */
  readonly title?: string;
  money(sum: Money): string;
  /** On its own page: the product in view, for a layout that sells it together with offers. */
  readonly view?: ViewItem;
  /** Take it. `variant` as chosen in the offer. */
  accept(offer: Offer, variant?: VariantId): void;
  /**
   * Takes the product in view, unless it was taken or is in the cart, and these offers, one after the other. Each shows its own outcome. `variant` as
   * chosen for the product in view.
   */
  acceptAll(chosen: readonly Chosen[], variant?: VariantId): void;
  decline(offer: Offer): void;
  rate(offer: Offer, answer: Answer): void;
  undo(offer: Offer): void;
  /** The shopper follows the product's link. Never prevents the navigation. */
  open(offer: Offer): void;
  exchange(misfit: Misfit): void;
  remove(misfit: Misfit): void;
  keep(misfit: Misfit): void;
}

/** How offers look. A function that mounts, not a component, so that a shop's own layout needs no Preact. */
export interface Layout {
  readonly name: string;
  /** Each rendered offer's outermost element carries `data-offer` with the offer's id: views are counted by it. */
  mount(root: ShadowRoot, props: LayoutProps): { update(props: LayoutProps): void; readonly stop: Stop };
}
