/** What may stand between the steps of a category's path; the first that is used counts, as a name may hold the later ones. */
const SEPARATORS = [">", "|", "/"] as const;
/** A separator that fewer of the paths hold is a slip, or part of a name. */
const LEAST_SHARE = 0.05;

/** Reads category paths the way this catalogue writes them: `A > B`, `A|B` or `A/B`. */
export function createCategorySplitter(cells: readonly string[]): (cell: string) => readonly string[] {
  const paths = cells.filter((cell) => SEPARATORS.some((separator) => cell.includes(separator)));
  const used = SEPARATORS.find((separator) => paths.filter((cell) => cell.includes(separator)).length > paths.length * LEAST_SHARE) ?? "/";
  return (cell) => splitPath(cell, used);
}

/** `A > B` → its steps. */
export function splitPath(cell: string, separator = ">"): readonly string[] {
  return cell
    .split(separator)
    .map((step) => step.trim())
    .filter(Boolean);
}
