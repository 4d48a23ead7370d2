/** Milliseconds since 1970 as a whole number, also on a page that has put something else in the place of `Date`. */
export function now(): number {
  const told = Number((Date as { now?(): unknown }).now?.());
  return told > 0 ? told : Math.round(performance.timeOrigin + performance.now());
}
