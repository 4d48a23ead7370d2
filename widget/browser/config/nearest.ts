/** A slip of the finger is at most this many letters. */
const MOST_EDITS = 2;

/** The name that was probably meant; `undefined`: none is near. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const meant = word.toLowerCase();
  const edits = names.map((name) => ({ name, edits: countEdits(meant, name.toLowerCase()) }));
  const near = edits.filter(({ name, edits: count }) => count <= MOST_EDITS && count < name.length);
  return near.sort((a, b) => a.edits - b.edits)[0]?.name;
}

/** Levenshtein's distance, with two letters that changed places as one edit. */
function countEdits(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const edits = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        edits(i - 1, j) + 1,
        edits(i, j - 1) + 1,
        edits(i - 1, j - 1) + (isSame ? 0 : 1),
        isSwapped ? edits(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return edits(a.length, b.length);
}
