const number = new Intl.NumberFormat();
const percent = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 });
const moment = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });
const hour = new Intl.DateTimeFormat(undefined, { weekday: "short", hour: "2-digit", minute: "2-digit" });
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** What stands where there is no figure. */
export const NOTHING = "–";

export function formatCount(count: number): string {
  return number.format(count);
}

/** "1 visit", "2 visits". */
export function formatCounted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** A share, 0 to 1, in per cent. */
export function formatShare(share: number | undefined): string {
  return share === undefined ? NOTHING : percent.format(share);
}

/** Minor units of a currency as the reader's language writes them. */
export function formatMinor(minor: number | undefined, currency: string): string {
  if (minor === undefined) return NOTHING;
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export function formatMoment(time: number): string {
  return moment.format(time);
}

export function formatClock(time: number): string {
  return clock.format(time);
}

/** Of the beginning of an hour or a day. */
export function formatBucket(time: number, unit: "hour" | "day"): string {
  return (unit === "hour" ? hour : day).format(time);
}
