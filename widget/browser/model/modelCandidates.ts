import type { Candidate, For, Reason } from "../../types/offer.ts";
import type { ProductId, VariantId } from "../../types/product.ts";
import type { ModelPart } from "./createModel.ts";
import { type Scored, scoreProducts } from "./score.ts";

/** How much of a product's own popularity does not count towards being offered: best-sellers are found anyhow. */
export const UNCOUNTED_POPULARITY = 0.3;

/** A cart line, or the product in view, that offers may go with or replace. */
export interface Seed {
  readonly for: For;
  readonly product: ProductId;
  readonly variant?: VariantId | undefined;
}

/**
 * What the loaded part of the model proposes for the seeds, best first. A cross-sell no seed speaks for has an empty `goesWith`.
 * A product without a card is none.
 */
export function modelCandidates(part: ModelPart, seeds: readonly Seed[]): Candidate[] {
  const known = seeds.map((seed) => ({ ...seed, product: part.resolve(seed.product), entry: part.entry(seed.product) }));
  const scored = scoreProducts(
    part,
    known.map((seed) => seed.product),
  );
  const crossSells = scored.flatMap(({ id, score: full, bias, by }): Candidate[] => {
    const product = part.product(id);
    if (!product) return [];
    const goesWith = by.flatMap((support) => known.filter((seed) => seed.product === support.seed).map((seed) => seed.for));
    // What only its popularity speaks for stands behind all that goes with something.
    const score = full - bias * UNCOUNTED_POPULARITY - (by.length ? 0 : 1);
    return [{ kind: "cross-sell", product, score, source: "model", goesWith, because: reasons(by) }];
  });
  const upSells = known.flatMap((seed) =>
    (seed.entry?.instead ?? []).flatMap(({ id, variant, of, score, differences, catalogue }): Candidate[] => {
      const product = part.product(id);
      if (!product || (of !== undefined && of !== seed.variant)) return [];
      const because: Reason[] = differences.length ? [{ kind: "better", differences }] : [];
      if (catalogue) because.push({ kind: "catalogue" });
      return [
        {
          kind: "up-sell",
          product,
          ...(variant !== undefined && { variant }),
          score: score / 127,
          source: "model",
          insteadOf: seed.for,
          because,
        },
      ];
    }),
  );
  return [...crossSells, ...upSells].sort((a, b) => b.score - a.score);
}

function reasons(by: Scored["by"]): Reason[] {
  const share = by.find((support) => support.share)?.share;
  const because: Reason[] = share ? [{ kind: "together", share }] : [];
  if (by.some((support) => support.catalogue)) because.push({ kind: "catalogue" });
  return because;
}
