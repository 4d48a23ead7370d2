import type { Difference } from "../types/offer.ts";
import type { Attributes } from "../types/product.ts";
import { directionOf } from "./directions.ts";
import { measure } from "./measure.ts";

/** As many are written as anyone reads. */
const MOST = 4;

/** Whether `to` is better than `from`; `undefined` where that cannot be said. */
export function isBetter(attribute: string, from: string | undefined, to: string): boolean | undefined {
  const direction = directionOf(attribute);
  const [a, b] = [from === undefined ? undefined : measure(from), measure(to)];
  if (!direction || !a || !b || a.unit !== b.unit || a.value === b.value) return undefined;
  return b.value > a.value === direction > 0;
}

/** In what `to` differs from `from`: what is better first, then what is worse, then the rest. Values written otherwise but equal do not differ. */
export function findDifferences(from: Attributes, to: Attributes): readonly Difference[] {
  const all = Object.entries(to).flatMap(([attribute, value]): Difference[] => {
    const old = Object.hasOwn(from, attribute) ? from[attribute] : undefined;
    if (old !== undefined && isSame(old, value)) return [];
    const better = isBetter(attribute, old, value);
    return [{ attribute, ...(old !== undefined && { from: old }), to: value, ...(better !== undefined && { better }) }];
  });
  const place = ({ better }: Difference) => (better === undefined ? 2 : better ? 0 : 1);
  return all.sort((a, b) => place(a) - place(b) || (a.attribute < b.attribute ? -1 : 1)).slice(0, MOST);
}

function isSame(a: string, b: string): boolean {
  if (a.trim().toLowerCase() === b.trim().toLowerCase()) return true;
  const [one, other] = [measure(a), measure(b)];
  const bare = /^[\d.,]+\s*\S*$/;
  return one !== undefined && other !== undefined && bare.test(a) && bare.test(b) && one.unit === other.unit && one.value === other.value;
}
