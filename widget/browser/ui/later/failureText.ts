import type { LayoutProps, OfferView } from "../../../types/layout.ts";

/** Why the shop's cart did not take it, in the shop's own words where it gave any; `""` where nothing failed. */
export function failureText({ state, message, reason }: Pick<OfferView, "state" | "message" | "reason">, { texts }: LayoutProps): string {
  if (state !== "failed") return "";
  return message || (reason === "sold-out" ? texts.soldOut : reason === "network" ? texts.offline : texts.refused);
}
