import type { Offer } from "../../types/offer.ts";
import { mainLink } from "./offerLink.ts";

/** Whether an offer is drawn with rare parts: a variant has to be chosen, or more has to be told beside its price. */
export function isRare(offer: Offer): unknown {
  const { kind, terms, unit, variants } = offer.product;
  return kind === "partner" || terms || unit || (variants?.[0] && !offer.variant && !mainLink(offer));
}
