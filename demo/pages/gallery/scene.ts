import type { LayoutProps, MisfitView, OfferState, OfferView } from "../../../widget/types/layout.ts";
import type { Offer } from "../../../widget/types/offer.ts";
import { line } from "./things.ts";

/** One drawing of a layout in some state. */
export interface Scene {
  readonly name: string;
  readonly layout: string;
  readonly offers?: readonly OfferView[];
  readonly misfits?: readonly MisfitView[];
  readonly placement?: LayoutProps["placement"];
  /** The product in view, where the layout sells it too. */
  readonly view?: LayoutProps["view"];
  readonly title?: string;
  /** After every price. */
  readonly tax?: string;
  /** As wide as a drawer or a column, else as the page. */
  readonly narrow?: boolean;
}

export const view = (offer: Offer, state: OfferState = "ready", more: Partial<OfferView> = {}): OfferView => ({ offer, state, ...more });

/** Every state an offer can be in, with what the shop may answer. Each is an offer of its own. */
export const everyState = (offer: Offer): readonly OfferView[] =>
  [
    view(offer),
    view(offer, "working"),
    view(offer, "done", { canUndo: true }),
    view(offer, "done"),
    view(offer, "failed", { reason: "sold-out" }),
    view(offer, "failed", { reason: "network" }),
    view(offer, "failed", { reason: "refused" }),
    view(offer, "failed", { reason: "refused", message: "You can only have 2 of these in your basket." }),
    view(offer, "declined"),
    view(offer, "thanked"),
  ].map((one, index) => ({ ...one, offer: { ...offer, id: `${offer.id}-${index}` } }));

/** A case that does not fit the new phone, one of them seen to, and a warranty whose phone is gone. */
export const misfits: readonly MisfitView[] = [
  misfit("m1", "ready"),
  misfit("m2", "failed"),
  misfit("m3", "done"),
  {
    misfit: { line: line("m4", "Two more years of warranty"), why: "orphaned", forTitle: "Aster 9" },
    state: "ready",
    canRemove: true,
  },
];

function misfit(key: string, state: OfferState): MisfitView {
  const replacement = { product: { id: "plus-case", title: "Clear case for Aster 9 Plus" } };
  return {
    misfit: { line: line(key, "Clear case for Aster 9"), why: "unfit", forTitle: "Aster 9 Plus", replacement },
    state,
    canRemove: true,
  };
}
