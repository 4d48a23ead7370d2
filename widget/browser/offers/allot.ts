import type { Candidate, DropCode, OfferKind, OfferSettings, Placement } from "../../types/offer.ts";
import { isPerLine } from "./isPerLine.ts";
import { productType } from "./productType.ts";
import type { Target } from "./scene.ts";

/** A candidate that passed every rule, with what it may be offered for. */
export interface Eligible {
  readonly candidate: Candidate;
  readonly for: readonly Target[];
}

/** One given place. */
export interface Seated {
  readonly candidate: Candidate;
  readonly placement: Placement;
  readonly position: number;
  /** Absent: nothing but popularity speaks for it. */
  readonly target: Target | undefined;
}

interface Allotting {
  readonly placements: readonly Placement[];
  readonly settings: OfferSettings;
  /** Told of everything eligible that got no place. */
  readonly dropped: Map<Candidate, DropCode>;
}

/** Places per list, up-sells and cross-sells, before the merchant's own limits: fewer at each later step. */
const PLACES: Readonly<Record<Placement, readonly [ups: number, adds: number]>> = {
  product: [2, 4],
  drawer: [0, 3],
  cart: [1, 3],
  checkout: [0, 1],
  confirmation: [0, 0],
};
/** Offers in the cart are few, whatever their kind. */
const CART_PLACES = 3;
const PER_CATEGORY = 2;
const REFUSALS_TO_SILENCE = 2;

/** Gives out the places of each placement on the page, best candidate first, at most two of a category in a list. */
export function allot(eligible: readonly Eligible[], { placements, settings: { limits, memory }, dropped }: Allotting): readonly Seated[] {
  const seated: Seated[] = [];
  for (const placement of placements) {
    const [ups, adds] = (memory.refusals.get(placement) ?? 0) < REFUSALS_TO_SILENCE ? PLACES[placement] : [0, 0];
    // The drawer opens over the page, so it may repeat what the page shows; two places side by side may not.
    const taken = new Set(seated.flatMap((seat) => (placement === "drawer" || seat.placement === "drawer" ? [] : seat.candidate)));
    const fill = (kind: OfferKind, free: number): number => {
      const ofType = new Map<string, number>();
      let position = 0;
      for (const one of eligible) {
        const { candidate } = one;
        const target = one.for.find(({ line }) => (placement === "product") === !line);
        if (candidate.kind !== kind || taken.has(candidate) || !suits(one, placement, target)) continue;
        const type = productType(candidate.product);
        const count = (type && ofType.get(type)) || 0;
        if (count >= PER_CATEGORY) dropped.set(candidate, "category-cap");
        else if (position >= free) dropped.set(candidate, "no-place");
        else {
          if (type) ofType.set(type, count + 1);
          seated.push({ candidate, placement, position: ++position, target });
        }
      }
      return position;
    };
    const swaps = fill("up-sell", ups);
    fill("cross-sell", adds && (limits[placement] ?? (placement === "cart" ? CART_PLACES - swaps : adds)));
  }
  const shown = new Set(seated.map(({ candidate }) => candidate));
  for (const { candidate } of eligible) {
    if (shown.has(candidate)) dropped.delete(candidate);
    else if (!dropped.has(candidate)) dropped.set(candidate, "no-place");
  }
  return seated;
}

/** On the product page an offer is for the product in view, elsewhere for a line; a service waits until there is a line. */
function suits({ candidate, for: targets }: Eligible, placement: Placement, target: Target | undefined): boolean {
  if (placement === "product" && isPerLine(candidate.product)) return false;
  return !!target || (targets.length === 0 && candidate.kind === "cross-sell");
}
