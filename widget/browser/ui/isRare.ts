import type { Offer } from "../../types/offer.ts";

/** Whether an offer is drawn with rare parts: a variant has to be chosen, or more has to be told beside its price. */
export function isRare({ variant, product: { kind, terms, unit, variants } }: Offer): unknown {
  return kind === "partner" || terms || unit || (variants?.[0] && !variant);
}
