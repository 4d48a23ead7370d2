import { Link } from "./Link.tsx";
import { mainLink, offerLink } from "./offerLink.ts";
import type { PartProps } from "./PartProps.ts";
import { reasonText } from "./reasonText.ts";
import { fill } from "./texts/fill.ts";

/** Title, price and reason. What went wrong takes the reason's place, so that nothing grows. */
export function OfferText(part: PartProps & { readonly full: boolean | undefined }) {
  const { view, props, full } = part;
  const { price, priceDifference: more, product, forTitle } = view.offer;
  const { texts, money } = props;
  const href = !mainLink(view.offer) && offerLink(view.offer);
  const by = (text: string | false | undefined) => text && <p class="why">{text}</p>;
  return (
    <div class="text">
      {by(full && forTitle && fill(texts.insteadOf, { product: forTitle }))}
      <p class="name">{href ? <Link {...part} href={href} text={product.title} /> : <bdi>{product.title}</bdi>}</p>
      {price && (
        <p class="name">
          {money(price)}
          {more?.minor ? (
            <i>
              {" "}
              <bdi>{`(${more.minor > 0 ? "+ " : ""}${money(more)})`}</bdi>
            </i>
          ) : null}
        </p>
      )}
      {by(product.by && fill(texts.by, { name: product.by }))}
      {by(props.later?.failureText(view, props) || reasonText(view.offer, props, full))}
    </div>
  );
}
