import { Actions } from "../../ui/Actions.tsx";
import { Link } from "../../ui/Link.tsx";
import { offerLink } from "../../ui/offerLink.ts";
import type { PartProps } from "../../ui/PartProps.ts";
import { Picture } from "../../ui/Picture.tsx";
import { plusText } from "../../ui/plusText.ts";
import { reasonText } from "../../ui/reasonText.ts";
import { Row } from "../../ui/Row.tsx";
import { fill } from "../../ui/texts/fill.ts";
import { VariantChoice } from "../../ui/VariantChoice.tsx";
import { createLayout } from "./createLayout.ts";

/** What would be better instead, beside the line it replaces: every difference, the worse ones too. */
export const swap = createLayout("swap", (props) => {
  const { offers, texts } = props;
  const other = offers[0]?.offer.forTitle;
  return (
    <>
      {offers.length > 0 && (
        <section aria-label={props.title ?? (other ? fill(texts.insteadOf, { product: other }) : texts.instead)}>
          <ul>
            {offers.map((view) => (
              <Swap key={view.offer.id} view={view} props={props} />
            ))}
          </ul>
        </section>
      )}
      {props.later?.Misfits(props)}
    </>
  );
});

/** One low row, because a cart line has little room: what it is and costs more, then what differs. */
function Swap(part: PartProps) {
  const { view, props } = part;
  const { offer } = view;
  const { product, price, forTitle } = offer;
  const href = offerLink(offer);
  const instead = forTitle ? `${fill(props.texts.insteadOf, { product: forTitle })}: ` : "";
  return (
    <Row {...part}>
      <div class="card side">
        <Picture src={product.image} />
        <div class="text">
          <p class="name">
            {href ? <Link {...part} href={href} text={product.title} /> : <bdi>{product.title}</bdi>}
            {price && (
              <i>
                {" "}
                <bdi>{plusText(offer, props) || props.money(price)}</bdi>
              </i>
            )}
          </p>
          <p class="why">{props.later?.failureText(view, props) || instead + reasonText(offer, props, true)}</p>
        </div>
        <VariantChoice {...part} />
        <Actions {...part} />
      </div>
    </Row>
  );
}
