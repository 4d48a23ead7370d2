import { mainLink } from "./offerLink.ts";
import type { PartProps } from "./PartProps.ts";
import { VariantSelect } from "./VariantSelect.tsx";

/** Asks for a variant of the offer's product, while none is set and it can be added here. */
export function VariantChoice(part: PartProps) {
  const { view, props } = part;
  const { offer, state } = view;
  if (offer.variant || state === "done" || mainLink(offer)) return null;
  return <VariantSelect product={offer.product} price={offer.price} props={props} press={props.later?.chooser(part)} />;
}
