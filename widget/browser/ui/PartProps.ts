import type { ComponentChild } from "preact";
import type { LayoutProps, OfferView } from "../../types/layout.ts";

/** What is needed only after a press, loaded once the first offers stand: see `afterPress.tsx`. */
export interface AfterPress {
  Declined(part: PartProps): ComponentChild;
  statusText(before: LayoutProps, after: LayoutProps): string | undefined;
  keepFocus(root: ShadowRoot, draw: () => void): void;
}

/** What our layouts are drawn from: what every layout gets, and the last thing to be announced. */
export interface ViewProps extends LayoutProps {
  readonly status: string;
  readonly after: AfterPress | undefined;
}

/** What a part of one offer is drawn from. */
export interface PartProps {
  readonly view: OfferView;
  readonly props: ViewProps;
}
