import type { ComponentChild, TargetedMouseEvent } from "preact";
import type { LayoutProps, OfferView } from "../../types/layout.ts";
import type { Money } from "../../types/money.ts";
import type { Product } from "../../types/product.ts";
import type { Texts } from "../../types/texts.ts";

/** The parts few offers are drawn with, loaded before the first of those is. Each tells with nothing that the offer does not need it. */
export interface RareParts {
  VariantChoice(part: PartProps): ComponentChild;
  Notes(facts: FactsProps): ComponentChild;
  besidePrice(product: Product, props: LayoutProps): string;
}

/** What a product's price and the like are told from. */
export interface FactsProps {
  readonly product: Product;
  readonly price: Money | undefined;
  /** What it costs more than what it replaces. */
  readonly plus?: string;
  readonly props: ViewProps;
}

/** The parts no first offer is drawn with, loaded once it stands. Each tells with nothing that the offer does not need it. */
export interface LaterParts {
  Declined(part: PartProps): ComponentChild;
  Misfits(props: ViewProps): ComponentChild;
  failureText(view: Pick<OfferView, "state" | "message" | "reason">, props: LayoutProps): string;
  progress(part: PartProps): Progress | undefined;
  /** How a product was rated, in words for who does not see the stars. */
  Stars(stars: string, product: Product, texts: Texts): ComponentChild;
  /** Why it is offered, as an opener, or what went wrong instead. */
  Reason(part: PartProps, text: string): ComponentChild;
  /** What is opened in the offer. */
  Panel(part: PartProps): ComponentChild;
  /** Hears the press on its list of variants. */
  chooser(part: PartProps): (event: TargetedMouseEvent<HTMLSelectElement>) => void;
}

/** How the controls of an offer stand once it was accepted. */
export interface Progress {
  readonly label: Labelled;
  /** The shop's cart is being written. */
  readonly busy: boolean;
  readonly done: boolean;
  /** The step back, where there is one. */
  readonly undo: ComponentChild;
}

/** What stands on a control, and its accessible name, which holds it. */
export type Labelled = readonly [text: string, name: string];

/** What a mounted layout keeps of its own, by names its parts agree on: which box is ticked, which disclosure is open. */
export type Local = Readonly<Record<string, string | boolean | undefined>>;

/** What our layouts are drawn from: what every layout gets, the later parts once they are there, and what the mount keeps. */
export interface ViewProps extends LayoutProps {
  readonly later: LaterParts | undefined;
  readonly rare: RareParts | undefined;
  /** Empty when first drawn. */
  readonly local: Local;
  /** Sets what is named in `next`, leaves the rest, and draws anew, once the later parts are there. */
  change(next: Local): void;
}

/** Draws a layout; with `later`, with those parts too. */
export type Draw = (props: LayoutProps, later?: LaterParts) => ComponentChild;

/** What a part of one offer is drawn from. */
export interface PartProps {
  readonly view: OfferView;
  readonly props: ViewProps;
}
