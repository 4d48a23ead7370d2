import type { RawVariant } from "./rawProduct.ts";

const SIZES = ["xxxs", "3xs", "xxs", "2xs", "xs", "s", "m", "l", "xl", "xxl", "2xl", "xxxl", "3xl", "4xl", "5xl", "6xl"];

/** Variants as a shop would list them: by their options, numbers and sizes from small to large, then by id; whatever the order of the file. */
export function sortVariants(variants: readonly RawVariant[]): readonly RawVariant[] {
  const names = [...new Set(variants.flatMap(({ options }) => Object.keys(options)))].sort();
  return variants.toSorted((a, b) => {
    for (const name of names) {
      const order = compareValues(a.options[name] ?? "", b.options[name] ?? "");
      if (order) return order;
    }
    return a.id < b.id ? -1 : 1;
  });
}

function compareValues(a: string, b: string): number {
  const [[kind, one], [other, two]] = [placeOf(a), placeOf(b)];
  return kind - other || one - two || (a === b ? 0 : a < b ? -1 : 1);
}

/** Numbers before sizes before words, and where among its own. */
function placeOf(value: string): readonly [kind: 0 | 1 | 2, at: number] {
  const size = SIZES.indexOf(value.toLowerCase());
  const number = Number.parseFloat(value.replace(",", "."));
  return size >= 0 ? [1, size] : Number.isFinite(number) ? [0, number] : [2, 0];
}
