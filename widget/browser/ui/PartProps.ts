import type { ComponentChild } from "preact";
import type { LayoutProps, OfferView } from "../../types/layout.ts";

/** The parts no first offer is drawn with, loaded once it stands. */
export interface LaterParts {
  Declined(part: PartProps): ComponentChild;
  Misfits(props: ViewProps): ComponentChild;
  failureText(view: OfferView, props: LayoutProps): string;
  progressText(part: PartProps): Labelled;
}

/** What our layouts are drawn from: what every layout gets, and the later parts once they are there. */
export interface ViewProps extends LayoutProps {
  readonly later: LaterParts | undefined;
}

/** What stands on a control, and its accessible name, which holds it. */
export type Labelled = readonly [text: string, name: string];

/** Draws a layout; with `later`, with those parts too. */
export type Draw = (props: LayoutProps, later?: LaterParts) => ComponentChild;

/** What a part of one offer is drawn from. */
export interface PartProps {
  readonly view: OfferView;
  readonly props: ViewProps;
}
