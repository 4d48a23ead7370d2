import type { OfferKind, Placement } from "../../types/offer.ts";
import type { Slot } from "../placements/findSlots.ts";
import type { LineKey } from "../../types/cart.ts";
import type { OfferView } from "../../types/layout.ts";

/** An offer in its list, with what became of it. */
export interface Row extends OfferView {
  /** The line it stands at now; a swap makes a new one. */
  readonly line?: LineKey;
}

/** What became of the product in view. */
export type Outcome = Pick<OfferView, "state" | "reason" | "message">;

/** The line a row belongs to, for slots that stand at a line. */
export function lineOf({ line, offer }: Row): LineKey | undefined {
  return line ?? ("line" in offer.for ? offer.for.line : undefined);
}

/** The rows a slot shows: those of its list, at a line only the line's own. */
export function rowsOf({ placement, kind, line }: Slot, lists: ReadonlyMap<string, readonly Row[]>): readonly Row[] {
  const rows = lists.get(listKey(placement, kind)) ?? [];
  return line === undefined ? rows : rows.filter((row) => lineOf(row) === line);
}

/** Name of a list. */
export function listKey(placement: Placement, kind: OfferKind): string {
  return `${placement}.${kind}`;
}
