import type { ComponentChildren } from "preact";
import type { PartProps } from "./PartProps.ts";

/** The outermost element of an offer, which stays when the offer is declined. */
export function Row({ children, ...part }: PartProps & { readonly children: ComponentChildren }) {
  const { view, props } = part;
  const gone = view.state === "declined" || view.state === "thanked";
  return <li data-offer={view.offer.id}>{gone ? props.later?.Declined(part) : children}</li>;
}
