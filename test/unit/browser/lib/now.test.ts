import { afterEach, expect, it, vi } from "vitest";
import { now } from "../../../../widget/browser/lib/now.ts";

afterEach(() => vi.unstubAllGlobals());

it("is what Date tells", () => {
  vi.spyOn(Date, "now").mockReturnValue(1_750_000_000_123);
  expect(now()).toBe(1_750_000_000_123);
  vi.restoreAllMocks();
});

it.each([
  ["a Date that tells text", { now: () => "1750000000123" }, 1_750_000_000_123],
  ["a Date that tells nothing of use", { now: () => "noon" }, undefined],
  ["a Date without now", function () {}, undefined],
])("row 59: is a whole number of milliseconds on a page with %s", (_, date, told) => {
  const real = Date.now();
  vi.stubGlobal("Date", date);
  expect(Number.isInteger(now())).toBe(true);
  expect(Math.abs(now() - (told ?? real))).toBeLessThan(60_000);
});
