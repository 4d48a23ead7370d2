const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type Unit = "hour" | "day";

/** The hours or days of one time zone. Times are milliseconds since 1970. */
export interface Buckets {
  /** Beginning of the hour or day that holds the time. */
  startOf(time: number): number;
  /** Beginning of the one after the one that begins at `start`. A day may have 23 or 25 hours. */
  next(start: number): number;
}

/** @throws RangeError for a time zone that does not exist. */
export function createBuckets(unit: Unit, zone: string): Buckets {
  const offsetAt = createOffsets(zone);
  const startOf = (time: number): number => {
    const offset = offsetAt(time);
    const length = unit === "hour" ? HOUR : DAY;
    const wall = Math.floor((time + offset) / length) * length;
    // The clocks may have been changed since midnight: what counts is the offset at the beginning. Hours keep their own, so
    // that the hour that comes twice stays two.
    return wall - (unit === "hour" ? offset : offsetAt(wall - offset));
  };
  // A day and a half after its beginning, it is about noon of the next.
  return { startOf, next: (start) => (unit === "hour" ? startOf(start + HOUR) : startOf(start + 1.5 * DAY)) };
}

/** Milliseconds to add to UTC to get the zone's wall clock. */
function createOffsets(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    ...({ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" } as const),
  });
  const known = new Map<number, number>();
  return (time) => {
    const quarter = Math.floor(time / (HOUR / 4)) * (HOUR / 4);
    const found = known.get(quarter) ?? wallClock(format, quarter) - quarter;
    known.set(quarter, found);
    return found;
  };
}

function wallClock(format: Intl.DateTimeFormat, time: number): number {
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
