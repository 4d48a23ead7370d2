import type { Candidate, Reason } from "../../types/offer.ts";
import type { Target } from "./scene.ts";

/** The order in which evidence is named: what is certain before what is usual. */
const ORDER: readonly Reason["kind"][] = ["rule", "better", "fits", "together", "catalogue", "popular", "rating"];

/** The reasons a shopper is given, strongest first: those of the sources, what it fits, and its rating where the shop has one. */
export function explain(candidate: Candidate, target: Target | undefined): readonly Reason[] {
  const { product, because, kind } = candidate;
  const found = target ? because.filter((reason) => reason.kind !== "popular") : because;
  const [attribute] = kind === "cross-sell" ? Object.keys(product.fits ?? {}) : [];
  const value = attribute !== undefined ? target?.attributes[attribute] : undefined;
  const reasons: readonly Reason[] = [
    ...found,
    ...(attribute !== undefined && value !== undefined ? [{ kind: "fits", attribute, value } as const] : []),
    ...(product.rating ? [{ kind: "rating", ...product.rating } as const] : []),
  ];
  return [...reasons].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
