import type { ComponentChildren } from "preact";
import { Actions } from "./Actions.tsx";
import { OfferText } from "./OfferText.tsx";
import type { PartProps } from "./PartProps.ts";
import { Picture } from "./Picture.tsx";
import { Row } from "./Row.tsx";

/** One offer in a list; what can be done to it are `children` where there are any. */
export function OfferRow({ children, ...part }: PartProps & { readonly children?: ComponentChildren }) {
  return (
    <Row {...part}>
      <div class="card row">
        <Picture src={part.view.offer.product.image} />
        <OfferText {...part} />
        {part.props.rare?.VariantChoice(part)}
        {children ?? <Actions {...part} />}
      </div>
    </Row>
  );
}
