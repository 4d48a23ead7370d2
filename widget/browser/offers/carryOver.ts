import type { Attributes, Product, VariantId } from "../../types/product.ts";

/**
 * The variant of an alternative that keeps what was chosen before: the same colour, the same memory. The first available one with the
 * most options in common; `undefined` where nothing was chosen that it has too.
 */
export function carryOver({ variants = [] }: Product, chosen: Attributes): VariantId | undefined {
  let best: VariantId | undefined;
  let most = 0;
  for (const { id, options, available } of variants) {
    const common = Object.entries(options).filter(([name, value]) => chosen[name] === value).length;
    if (available !== false && common > most) [best, most] = [id, common];
  }
  return best;
}
