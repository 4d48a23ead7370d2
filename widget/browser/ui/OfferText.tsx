import { Link } from "./Link.tsx";
import { mainLink, offerLink } from "./offerLink.ts";
import type { PartProps } from "./PartProps.ts";
import { reasonText } from "./reasonText.ts";
import { fill } from "./texts/fill.ts";

/** Title, price and reason; with `full` only what it costs more, and what it stands in for. What went wrong takes the reason's place, so that nothing grows. */
export function OfferText(part: PartProps & { readonly full: boolean | undefined }) {
  const { view, props, full } = part;
  const { price, priceDifference: more, product, forTitle } = view.offer;
  const { texts, money } = props;
  const href = !mainLink(view.offer) && offerLink(view.offer);
  const by = (text: string | false | undefined) => text && <p class="why">{text}</p>;
  const plus = more?.minor ? `${more.minor > 0 ? "+ " : ""}${money(more)}` : "";
  const aside = (text: string) => (
    <i>
      {" "}
      <bdi>{text}</bdi>
    </i>
  );
  return (
    <div class="text">
      <p class="name">
        {href ? <Link {...part} href={href} text={product.title} /> : <bdi>{product.title}</bdi>}
        {full && price && aside(plus || money(price))}
      </p>
      {price && !full && (
        <p class="name">
          {money(price)}
          {plus && aside(`(${plus})`)}
        </p>
      )}
      {by(product.by && fill(texts.by, { name: product.by }))}
      {by(props.later?.failureText(view, props) || (full && forTitle ? `${fill(texts.insteadOf, { product: forTitle })}: ` : "") + reasonText(view.offer, props, full))}
    </div>
  );
}
