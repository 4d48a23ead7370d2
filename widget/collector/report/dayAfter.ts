const DAY = 86_400_000;

/** The first day of UTC of which nothing is known yet, as the experiment file wants it: `2026-11-23`. */
export function dayAfter(last: number | undefined): string {
  return new Date((last ?? Date.now()) + DAY).toISOString().slice(0, "2026-11-23".length);
}
