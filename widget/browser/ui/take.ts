import type { OfferView } from "../../types/layout.ts";
import type { ViewProps } from "./PartProps.ts";

/** Accepts the offer that was pressed, with the variant chosen in it. While a choice is missing nothing happens, but that the browser asks for it. */
export function take(event: Event, { offer }: OfferView, props: ViewProps): void {
  const select = (event.currentTarget as Element).closest("[data-offer]")?.querySelector("select");
  if (!select || select.reportValidity()) props.accept(offer, select?.value ?? offer.variant);
  else event.preventDefault();
}
