import type { Money } from "./money.ts";
import type { Misfit, Offer, Placement } from "./offer.ts";
import type { RefusalCode, Stop } from "./platform.ts";
import type { Answer } from "./event.ts";
import type { VariantId } from "./product.ts";
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
  /** Take it. `variant` as chosen in the offer. */
  accept(offer: Offer, variant?: VariantId): void;
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
