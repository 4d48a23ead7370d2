import { Actions } from "./Actions.tsx";
import { OfferText } from "./OfferText.tsx";
import type { PartProps } from "./PartProps.ts";
import { Picture } from "./Picture.tsx";
import { Row } from "./Row.tsx";
import { VariantChoice } from "./VariantChoice.tsx";

/** One offer in a list. */
export function OfferRow(part: PartProps) {
  return (
    <Row {...part}>
      <div class="card side">
        <Picture src={part.view.offer.product.image} />
        <OfferText {...part} />
        <VariantChoice {...part} />
        <Actions {...part} />
      </div>
    </Row>
  );
}
