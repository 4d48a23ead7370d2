import { Facts } from "./Facts.tsx";
import { Link } from "./Link.tsx";
import { mainLink, offerLink } from "./offerLink.ts";
import type { PartProps } from "./PartProps.ts";
import { plusText } from "./plusText.ts";
import { reasonText } from "./reasonText.ts";

/** Title, price and reason. What went wrong takes the reason's place, so that nothing grows. */
export function OfferText(part: PartProps) {
  const { view, props } = part;
  const { offer } = view;
  const { price, product } = offer;
  const href = !mainLink(offer) && offerLink(offer);
  const reason = reasonText(offer, props);
  return (
    <div class="text">
      <p class="title">{href ? <Link {...part} href={href} text={product.title} /> : <bdi>{product.title}</bdi>}</p>
      <Facts product={product} price={price} plus={plusText(offer, props)} props={props} />
      {props.later?.Reason(part, reason) ?? <p class="reason">{reason}</p>}
    </div>
  );
}
