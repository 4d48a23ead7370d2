import { expect, test, vi } from "vitest";
import { within } from "../../../../widget/browser/cart/within.ts";

test("gives what the work gives and leaves no timer", async () => {
  vi.useFakeTimers();
  expect(await within(100, async () => 5)).toBe(5);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test.each([
  [
    "throws",
    () => {
      throw new Error("at once");
    },
  ],
  ["rejects", () => Promise.reject(new Error("at once"))],
])("rejects when the work %s", async (_, work) => {
  await expect(within(100, work)).rejects.toThrow("at once");
});

test("gives up work that does not settle", async () => {
  vi.useFakeTimers();
  const outcome = within(100, () => new Promise(() => {})).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(100);
  expect(await outcome).toEqual(new Error("no answer"));
  vi.useRealTimers();
});
