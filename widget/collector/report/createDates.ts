/** How a language writes moments and days. Times are milliseconds since 1970. */
export interface Dates {
  /** Day and time in the zone of the figures. */
  moment(time: number): string;
  /** Time of day where the reader is. */
  clock(time: number): string;
  /** Beginning of an hour or a day of the figures' zone. */
  bucket(time: number, unit: "hour" | "day"): string;
  /** The same, as short as an axis wants it. */
  tick(time: number, unit: "hour" | "day"): string;
  /** A day of UTC, with its year or as short as an axis wants it. */
  utcDay(time: number): string;
  utcTick(time: number): string;
  utcMonth(time: number): string;
}

const DAY = { day: "numeric", month: "short" } as const;
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

/** `zone` (IANA name) is that of the figures' days; absent: the reader's. */
export function createDates(locale: string, zone?: string): Dates {
  const timeZone = knownZone(zone);
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...(timeZone && { timeZone }), ...options });
  const utc = { timeZone: "UTC" } as const;
  const moment = format({ ...DAY, ...TIME, year: "numeric" });
  const buckets = { day: format({ ...DAY, weekday: "short" }), hour: format({ ...TIME, weekday: "short" }) };
  const ticks = { day: format(DAY), hour: format({ ...TIME, weekday: "short" }) };
  const clock = new Intl.DateTimeFormat(locale, { ...TIME, second: "2-digit" });
  const [utcDay, utcTick] = [format({ ...utc, day: "numeric", month: "long", year: "numeric" }), format({ ...utc, ...DAY })];
  const utcMonth = format({ ...utc, month: "long", year: "numeric" });
  return {
    moment: (time) => moment.format(time),
    clock: (time) => clock.format(time),
    bucket: (time, unit) => buckets[unit].format(time),
    tick: (time, unit) => ticks[unit].format(time),
    utcDay: (time) => utcDay.format(time),
    utcTick: (time) => utcTick.format(time),
    utcMonth: (time) => utcMonth.format(time),
  };
}

/** The names of zones change; a browser need not know one that the collector knows. */
function knownZone(zone: string | undefined): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", zone === undefined ? {} : { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
