import { Link } from "./Link.tsx";
import { mainLink, offerLink } from "./offerLink.ts";
import type { PartProps } from "./PartProps.ts";
import { plusText } from "./plusText.ts";
import { reasonText } from "./reasonText.ts";
import { fill } from "./texts/fill.ts";

/** Title, price and reason. What went wrong takes the reason's place, so that nothing grows. */
export function OfferText(part: PartProps) {
  const { view, props } = part;
  const { price, product } = view.offer;
  const href = !mainLink(view.offer) && offerLink(view.offer);
  const by = (text: string | false | undefined) => text && <p class="why">{text}</p>;
  const plus = plusText(view.offer, props);
  return (
    <div class="text">
      <p class="name">{href ? <Link {...part} href={href} text={product.title} /> : <bdi>{product.title}</bdi>}</p>
      {price && (
        <p class="name">
          {props.money(price)}
          {plus && (
            <i>
              {" "}
              <bdi>{`(${plus})`}</bdi>
            </i>
          )}
        </p>
      )}
      {by(product.by && fill(props.texts.by, { name: product.by }))}
      {by(props.later?.failureText(view, props) || reasonText(view.offer, props))}
    </div>
  );
}
