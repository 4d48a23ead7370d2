import type { ModelPart } from "../../browser/model/createModel.ts";
import type { Candidate } from "../../types/offer.ts";
import type { ProductId } from "../../types/product.ts";

/**
 * What a candidate is owed to, in one word each: `merchant` (a rule), `catalogue` (it names the relation), `history` (orders), `attributes`
 * and whatever else a row of the model is marked with, or `popularity`. `seeds`: the products it was looked for with.
 */
export function originsOf(part: ModelPart, seeds: readonly ProductId[], candidate: Candidate): readonly string[] {
  const reasons = new Set(candidate.because.map(({ kind }) => kind));
  const own = candidate.kind === "cross-sell" ? marksOf(part, seeds, candidate) : reasons.has("better") ? ["attributes"] : [];
  const named = [reasons.has("rule") && "merchant", reasons.has("catalogue") && "catalogue"].filter((one) => one !== false);
  return [...new Set([...named, ...own, ...(reasons.has("popular") ? ["popularity"] : [])])];
}

/** Of the rows that speak for it. */
function marksOf(part: ModelPart, seeds: readonly ProductId[], { product }: Candidate): readonly string[] {
  const rows = seeds.flatMap((id) => part.entry(id)?.with?.filter(([other]) => other === product.id) ?? []);
  return rows.flatMap(([, weight, , mark, guessed]) => (mark === "catalogue" ? [mark] : weight > 0 ? [guessed ?? "history"] : []));
}
