import type { Head } from "../../types/model.ts";
import type { Candidate } from "../../types/offer.ts";
import type { ModelPart } from "./createModel.ts";
import { dequantise } from "./dequantise.ts";

const BECAUSE = [{ kind: "popular" }] as const;

/**
 * What the model proposes, and the products of its head, best first. Those of the head that nothing here speaks for are cross-sells that
 * go with nothing, for the reason `popular`. A product without a card is none.
 */
export function popularCandidates(part: ModelPart, head: Head, own: readonly Candidate[]): readonly Candidate[] {
  const best = new Set(head.best.map(([id]) => id));
  const known = new Set(own.flatMap((one) => (one.kind === "cross-sell" ? one.product.id : [])));
  const marked = own.map((one) =>
    one.kind === "cross-sell" && one.goesWith.length === 0 && best.has(one.product.id) ? { ...one, because: BECAUSE } : one,
  );
  const more = [...head.best]
    .sort(([a, biasOfA], [b, biasOfB]) => biasOfB - biasOfA || (a < b ? -1 : 1))
    .flatMap(([id, bias]): Candidate[] => {
      const product = known.has(id) ? undefined : part.product(id);
      // What only its popularity speaks for stands behind all that goes with something.
      const score = dequantise(bias, part.manifest.scales.bias) - 1;
      return product ? [{ kind: "cross-sell", product, score, source: "model", goesWith: [], because: BECAUSE }] : [];
    });
  return [...marked, ...more].sort((a, b) => b.score - a.score);
}
