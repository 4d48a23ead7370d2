import type { AboutOffer } from "../../types/event.ts";
import type { Offer } from "../../types/offer.ts";

/** The facts of an offer that every event about it carries. */
export function aboutOffer(offer: Offer): AboutOffer {
  const { placement, position, id, kind, source, product, forProduct, price, priceDifference, quantity } = offer;
  return {
    placement,
    position,
    offer: id,
    kind,
    source,
    product: product.id,
    for: forProduct,
    quantity,
    ...(price && { price: price.minor, currency: price.currency }),
    ...(price && priceDifference && { priceOfOther: price.minor - priceDifference.minor }),
  };
}
