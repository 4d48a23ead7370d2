import { type DayOrder, parseDay } from "../trainer/reading/parseDay.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Seconds, milliseconds, micro- and nanoseconds, as milliseconds. */
const UNITS = [1000, 1, 1e-3, 1e-6];
const [EARLIEST, LATEST] = [Date.UTC(1990, 0, 1), Date.UTC(2100, 0, 1)];

const CLOCK = /(?:^|[\sT])(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(am|pm)?/i;
const ZONE = /(?:\d|\s)(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d))\s*(?:\(.*\))?$/i;

/**
 * A time as exports write it, in milliseconds since 1970: `2025-10-01T10:00:00Z`, `2025-10-01 10:00 +0200`, `01.10.2025 10:00`, seconds or
 * milliseconds. Without a zone it is of UTC. `undefined` for anything else.
 */
export function parseTime(text: string, order: DayOrder): number | undefined {
  const trimmed = text.trim();
  if (/^\d{9,}$/.test(trimmed))
    return UNITS.map((unit) => Math.round(Number(trimmed) * unit)).find((time) => time >= EARLIEST && time < LATEST);
  const day = parseDay(trimmed, order);
  if (day === undefined) return undefined;
  const [, hour = "0", minute = "0", second = "0", half = ""] = CLOCK.exec(trimmed) ?? [];
  const hours = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  return day * DAY + hours * HOUR + Number(minute) * MINUTE + Number(second) * 1000 - zoneOf(trimmed);
}

function zoneOf(text: string): number {
  // A date alone has hyphens of its own.
  const [, , sign, hours, minutes] = (CLOCK.test(text) && ZONE.exec(text)) || [];
  return sign ? (sign === "-" ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE) : 0;
}
