/** The words of a name in lower case, numbers apart from what is no letter or digit: `USB-C 2 m` → usb, c, 2, m. */
export const tokensOf = (name: string): readonly string[] =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Numbers that measure (64gb, 500ml, 2m) rather than tell one model from another. */
const MEASURE = /^\d+(?:[a-zµ]{1,3})$/;
const UNIT = /^(?:[kmgt]b|m?a?h|k?w|v|[mck]?m|in|inch|[mcd]?l|k?g|mg|oz|lbs?|ft|hz|pcs?|st|x|er|pack|pc|мл|л|г|кг|см|мм|м|шт)$/;

/** The words that name a model: those with a digit that is no measure, in the order of the alphabet. */
export function modelWords(tokens: readonly string[]): string {
  const named = tokens.filter(
    (token, at) => /\d/.test(token) && !MEASURE.test(token) && !(/^\d+$/.test(token) && UNIT.test(tokens[at + 1] ?? "")),
  );
  return [...new Set(named)].sort().join(" ");
}
