import type { ProductId } from "../../types/product.ts";
import type { ModelPart } from "./createModel.ts";
import { dequantise } from "./dequantise.ts";

/** A seed that speaks for a product: by a positive weight, or because the catalogue names the one with the other. */
export interface Support {
  readonly seed: ProductId;
  readonly weight: number;
  /** Share of the orders with the seed that hold the product too, 0 to 1. */
  readonly share?: number;
  readonly catalogue?: true;
}

export interface Scored {
  readonly id: ProductId;
  readonly score: number;
  readonly bias: number;
  /** Strongest first. */
  readonly by: readonly Support[];
}

interface Sum {
  readonly id: ProductId;
  readonly bias: number;
  score: number;
  readonly by: Support[];
}

/** Equal scores by bias, then by id. */
export const byScore = (a: Omit<Scored, "by">, b: Omit<Scored, "by">): number =>
  b.score - a.score || b.bias - a.bias || (a.id < b.id ? -1 : 1);

/**
 * Scores every product the loaded entries of the seeds lead to: its bias and the weights from the distinct seeds.
 * Best first.
 */
export function scoreProducts(part: ModelPart, seeds: readonly ProductId[]): Scored[] {
  const { weight: weightScale, bias: biasScale } = part.manifest.scales;
  const sums = new Map<ProductId, Sum>();
  for (const seed of new Set(seeds.map(part.resolve))) {
    for (const [id, byte, biasByte, share] of part.entry(seed)?.with ?? []) {
      const weight = dequantise(byte, weightScale);
      const bias = dequantise(biasByte, biasScale);
      const sum = sums.get(id) ?? { id, bias, score: bias, by: [] };
      sums.set(id, sum);
      sum.score += weight;
      if (share === "catalogue") sum.by.push({ seed, weight, catalogue: true });
      else if (weight > 0) sum.by.push({ seed, weight, ...(share && { share: share / 100 }) });
    }
  }
  const scored = [...sums.values()];
  scored.forEach(({ by }) => by.sort((a, b) => b.weight - a.weight || (a.seed < b.seed ? -1 : 1)));
  return scored.sort(byScore);
}
