import type { LayoutProps, OfferView } from "../../../types/layout.ts";

/** Why the shop's cart did not take it, in the shop's own words where it gave any. */
export function failureText({ message, reason }: Pick<OfferView, "message" | "reason">, { texts }: LayoutProps): string {
  return message || (reason === "sold-out" ? texts.soldOut : reason === "network" ? texts.offline : texts.refused);
}
