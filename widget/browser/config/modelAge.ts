/** Days after which a model is called old, where the configuration does not say. */
export const MAX_AGE = 30;

const DAY = 86_400_000;

/** How a model of this date is too old, in words; `undefined`: it is young enough, or its date is not known. */
export function tooOld(date: unknown, maxAge: unknown, now: number): string | undefined {
  const days = Math.floor((now - Date.parse(String(date))) / DAY);
  const most = typeof maxAge === "number" && maxAge > 0 ? maxAge : MAX_AGE;
  return days > most ? `the model is ${days} days old, more than maxAge, ${most}` : undefined;
}
