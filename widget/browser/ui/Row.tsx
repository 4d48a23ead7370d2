import type { ComponentChildren } from "preact";
import type { PartProps } from "./PartProps.ts";

/** The outermost element of an offer, which stays when the offer is declined. What has no id is no offer: its views are not counted. */
export function Row({ children, ...part }: PartProps & { readonly children: ComponentChildren }) {
  return <li data-offer={part.view.offer.id || undefined}>{part.props.later?.Declined(part) ?? children}</li>;
}
