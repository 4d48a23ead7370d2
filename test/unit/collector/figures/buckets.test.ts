import { describe, expect, it } from "vitest";
import type { Unit } from "../../../../widget/collector/figures/buckets.ts";
import { createBuckets } from "../../../../widget/collector/figures/buckets.ts";

const HOUR = 3_600_000;

describe("the beginning of an hour or a day", () => {
  it.each<readonly [Unit, string, string, string]>([
    ["day", "UTC", "2026-06-01T12:34Z", "2026-06-01T00:00Z"],
    ["day", "Europe/Berlin", "2026-06-01T22:30Z", "2026-06-01T22:00Z"],
    ["day", "America/New_York", "2026-06-01T03:59Z", "2026-05-31T04:00Z"],
    ["day", "Asia/Kolkata", "2026-06-01T18:29Z", "2026-05-31T18:30Z"],
    ["hour", "Asia/Kathmandu", "2026-06-01T12:20Z", "2026-06-01T12:15Z"],
    ["day", "Europe/Berlin", "2026-03-29T12:00Z", "2026-03-28T23:00Z"],
    ["day", "Europe/Berlin", "2026-10-25T12:00Z", "2026-10-24T22:00Z"],
    ["day", "America/Santiago", "2026-09-06T15:00Z", "2026-09-06T04:00Z"],
    ["hour", "Europe/Berlin", "2026-10-25T00:30Z", "2026-10-25T00:00Z"],
    ["hour", "Europe/Berlin", "2026-10-25T01:30Z", "2026-10-25T01:00Z"],
  ])("%s in %s of %s", (unit, zone, time, start) => {
    expect(new Date(createBuckets(unit, zone).startOf(Date.parse(time))).toISOString()).toBe(new Date(start).toISOString());
  });
});

describe("row 144: the days when the clocks change", () => {
  it.each([
    ["2026-03-28T23:00Z", 23],
    ["2026-10-24T22:00Z", 25],
    ["2026-06-01T22:00Z", 24],
  ])("the Berlin day that begins at %s has %i hours", (start, hours) => {
    const { next } = createBuckets("day", "Europe/Berlin");
    expect((next(Date.parse(start)) - Date.parse(start)) / HOUR).toBe(hours);
  });
});
