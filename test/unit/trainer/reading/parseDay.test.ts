import { expect, test } from "vitest";
import { type DayOrder, dayText, firstDay, parseDay, readDayOrder } from "../../../../widget/trainer/reading/parseDay.ts";

const read = (text: string, order: DayOrder = "day first") => {
  const day = parseDay(text, order);
  return day === undefined ? undefined : dayText(day);
};

test.each([
  ["31.12.2023", "2023-12-31"],
  ["5.1.24 10", "2024-01-05"],
  ["2024/1/5", "2024-01-05"],
  ["20240105", "2024-01-05"],
  ["Jan 5, 2024 10", "2024-01-05"],
  ["5 January 2024", "2024-01-05"],
  ["Friday, January 5, 2024", "2024-01-05"],
  ["5. März 2024", "2024-03-05"],
  ["5 août 2024", "2024-08-05"],
  ["5 de mayo de 2024", "2024-05-05"],
  ["05/03/2024 9", "2024-03-05"],
  ["29.02.2024", "2024-02-29"],
])("%s is %s", (text, day) => {
  expect(read(text)).toBe(day);
});

test.each(["", "30.02.2024", "2024-13-01", "31/13/2024", "tomorrow", "5 Smarch 2024", "1.1.1875", "12345"])("%j is no day", (text) => {
  expect(read(text)).toBeUndefined();
});

test("which number is the day is asked only where both can be, and never with dots", () => {
  expect(read("05/03/2024", "month first")).toBe("2024-05-03");
  expect(read("13/03/2024", "month first")).toBe("2024-03-13");
  expect(read("03/13/2024", "day first")).toBe("2024-03-13");
  expect(read("05.03.2024", "month first")).toBe("2024-03-05");
});

test("a number above 12 tells the day for all; without one nothing is told", () => {
  expect(readDayOrder(["01/02/2024", "13/02/2024"])).toEqual({ order: "day first", isOpen: true, isAmerican: false });
  expect(readDayOrder(["01/02/2024 3 PM", "02/13/2024 4 AM"])).toEqual({ order: "month first", isOpen: true, isAmerican: true });
  expect(readDayOrder(["01/02/2024"])).toEqual({ isOpen: true, isAmerican: false });
  expect(readDayOrder(["01.02.2024", "2/2/2024"])).toEqual({ isOpen: false, isAmerican: false });
});

test.each([
  ["180d", "2024-03-04"],
  ["2w", "2024-08-17"],
  ["6m", "2024-02-29"],
  ["1y", "2023-08-31"],
  ["2024-01-01", "2024-01-01"],
])("since %s begins %s where the newest day is the last of August", (since, first) => {
  expect(dayText(firstDay(since, Date.parse("2024-08-31") / 86_400_000))).toBe(first);
});
