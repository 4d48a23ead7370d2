import type { ComponentChild } from "preact";
import type { LayoutProps, OfferView } from "../../types/layout.ts";

/** The parts no first offer is drawn with, loaded once it stands. Each tells with nothing that the offer does not need it. */
export interface LaterParts {
  Declined(part: PartProps): ComponentChild;
  Misfits(props: ViewProps): ComponentChild;
  failureText(view: OfferView, props: LayoutProps): string;
  progress(part: PartProps): Progress | undefined;
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

/** What our layouts are drawn from: what every layout gets, and the later parts once they are there. */
export interface ViewProps extends LayoutProps {
  readonly later: LaterParts | undefined;
}

/** Draws a layout; with `later`, with those parts too. */
export type Draw = (props: LayoutProps, later?: LaterParts) => ComponentChild;

/** What a part of one offer is drawn from. */
export interface PartProps {
  readonly view: OfferView;
  readonly props: ViewProps;
}
