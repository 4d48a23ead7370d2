import type { Difference } from "../../types/offer.ts";
import type { Card, CardVariant, InsteadRow } from "../../types/model.ts";
import type { ProductId } from "../../types/product.ts";
import type { Differences } from "./differences.ts";
import { type Band, rankAlternative } from "./rank.ts";

/** Alternatives written for one variant. */
const MOST = 2;

/** Dearer variants of the same product with one option better and the others the same: 128 GB → 256 GB. Best first for each. */
export function variantRows(
  id: ProductId,
  card: Card,
  { band, differences }: { readonly band: Band; readonly differences: Differences },
): readonly Omit<InsteadRow, "score">[] {
  const variants = card.variants ?? [];
  return variants.flatMap((from) =>
    variants
      .flatMap((to) => {
        const ratio = (to.price ?? card.price ?? 0) / (from.price ?? card.price ?? 0);
        const difference = onlyDifference(from, to, differences);
        if (!(ratio >= band.from && ratio <= band.to) || !difference) return [];
        return [
          {
            rank: rankAlternative({ ratio, orders: 0, sameMaker: true }),
            row: { id, variant: to.id, of: from.id, differences: [difference] },
          },
        ];
      })
      .sort((a, b) => b.rank - a.rank || (a.row.variant < b.row.variant ? -1 : 1))
      .slice(0, MOST)
      .map(({ row }) => row),
  );
}

function onlyDifference(from: CardVariant, to: CardVariant, { isBetter }: Differences): Difference | undefined {
  const names = [...new Set([...Object.keys(from.options), ...Object.keys(to.options)])];
  const different = names.filter((name) => from.options[name] !== to.options[name]);
  const [attribute] = different;
  if (attribute === undefined || different.length > 1) return undefined;
  const [old, value] = [from.options[attribute], to.options[attribute]];
  if (old === undefined || value === undefined || !isBetter(attribute, old, value)) return undefined;
  return { attribute, from: old, to: value, better: true };
}
