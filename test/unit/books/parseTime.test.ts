import { expect, test } from "vitest";
import { parseTime } from "../../../widget/books/parseTime.ts";

const TEN = Date.UTC(2025, 9, 1, 10);

test.each([
  "2025-10-01T10:00:00Z",
  "2025-10-01 10:00:00",
  "2025-10-01 12:00:00 +0200",
  "2025-10-01T08:30:00.000-01:30",
  "2025-10-01 10:00 UTC",
  "01.10.2025 10:00",
  "1 October 2025, 10:00",
  "10/01/2025 10:00 AM",
  "1759312800",
  "1759312800000",
])("%s is the same moment", (text) => {
  expect(parseTime(text, "month first")).toBe(TEN);
});

test("a day alone is its beginning, and 12 PM is noon", () => {
  expect(parseTime("2025-10-01", "day first")).toBe(Date.UTC(2025, 9, 1));
  expect(parseTime("01/10/2025 12:30 PM", "day first")).toBe(Date.UTC(2025, 9, 1, 12, 30));
  expect(parseTime("10/01/2025 12:30 am", "month first")).toBe(Date.UTC(2025, 9, 1, 0, 30));
});

test.each(["", "yesterday", "2025-02-30", "2025-10-01 99:00", "0000-00-00 00:00:00", "17"])("%s is no time", (text) => {
  expect(parseTime(text, "day first")).toBeUndefined();
});
