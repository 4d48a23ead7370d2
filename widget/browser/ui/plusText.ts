import type { LayoutProps } from "../../types/layout.ts";
import type { Offer } from "../../types/offer.ts";

/** What an alternative costs more than what it replaces: "+ €40.00"; empty where that is nothing or not known. */
export function plusText({ priceDifference: more }: Offer, { money }: LayoutProps): string {
  return more?.minor ? `${more.minor > 0 ? "+ " : ""}${money(more)}` : "";
}
