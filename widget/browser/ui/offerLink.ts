import type { Offer } from "../../types/offer.ts";
import { safeLink, safeUrl } from "../lib/url.ts";

/** Where the offer's product is shown: a page of this shop, or for a partner's offer any web page; `undefined` where nothing is safe. */
export function offerLink({ product: { kind, url } }: Offer): string | undefined {
  return (kind === "partner" ? safeUrl : safeLink)(url);
}

/**
 * The same, where following it is the one thing to do: a partner's offer, one without a price to agree to, one of a shop whose cart cannot
 * be written, another product shown beside the one in view.
 */
export function mainLink(offer: Offer): string | undefined {
  const { product, price } = offer;
  const elsewhere = offer.placement === "product" && offer.kind === "up-sell" && (offer.for as { product?: string }).product !== product.id;
  return product.linked || product.kind === "partner" || !price || elsewhere ? offerLink(offer) : undefined;
}
