import type { Entry } from "../../types/model.ts";
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
  readonly bias: number;
  score: number;
  readonly by: Support[];
}

/**
 * Scores every product the loaded entries of the seeds (and the head) lead to: its bias and the weights from the distinct seeds.
 * Best first; equal scores by bias, then by id.
 */
export function scoreProducts(part: ModelPart, seeds: readonly ProductId[]): Scored[] {
  const { weight: weightScale, bias: biasScale } = part.manifest.scales;
  const sums = new Map<ProductId, Sum>();
  const sumOf = (id: ProductId, byte: number): Sum => {
    const bias = dequantise(byte, biasScale);
    const sum = sums.get(id) ?? { bias, score: bias, by: [] };
    sums.set(id, sum);
    return sum;
  };
  const addEntry = (seed: ProductId, entry: Entry) => {
    for (const [id, byte, bias, share] of entry.with ?? []) {
      const weight = dequantise(byte, weightScale);
      const sum = sumOf(id, bias);
      sum.score += weight;
      if (share === "catalogue") sum.by.push({ seed, weight, catalogue: true });
      else if (weight > 0) sum.by.push({ seed, weight, ...(share && { share: share / 100 }) });
    }
  };
  for (const seed of new Set(seeds.map(part.resolve))) addEntry(seed, part.entry(seed) ?? {});
  for (const [id, bias] of part.head?.best ?? []) sumOf(id, bias);
  const byWeight = (a: Support, b: Support) => b.weight - a.weight || (a.seed < b.seed ? -1 : 1);
  return [...sums]
    .map(([id, { by, ...sum }]) => ({ id, ...sum, by: by.sort(byWeight) }))
    .sort((a, b) => b.score - a.score || b.bias - a.bias || (a.id < b.id ? -1 : 1));
}
