import { afterEach, expect, test, vi } from "vitest";
import { createOwnRequests } from "../../../../../widget/browser/platforms/shop/ownRequests.ts";

afterEach(() => void vi.useRealTimers());

const request = (startTime: number, duration: number) => ({ startTime, duration }) as PerformanceEntry;
const at = (time: number) => vi.spyOn(performance, "now").mockReturnValue(time);

test("a request is ours when it began and ended while we worked", async () => {
  const own = createOwnRequests();
  expect(own.has(request(0, 1))).toBe(false);
  at(1000);
  let finish = () => {};
  const done = own.during(() => new Promise<void>((resolve) => (finish = resolve)));
  expect(own.has(request(1010, 50))).toBe(true);
  at(1100);
  finish();
  await done;
  expect([own.has(request(1000, 100)), own.has(request(990, 50)), own.has(request(1050, 500)), own.has(request(1200, 10))]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  vi.restoreAllMocks();
});

test("gives on what the work gives, and its errors", async () => {
  const own = createOwnRequests();
  expect(await own.during(async () => 5)).toBe(5);
  await expect(
    own.during(() => {
      throw new Error("at once");
    }),
  ).rejects.toThrow("at once");
  expect(own.has(request(performance.now() + 1000, 5000))).toBe(false);
});

test("a request that ended before the shop was asked for its cart is in the answer, one that ends later is not", () => {
  const own = createOwnRequests();
  at(1000);
  own.reads();
  expect([own.has(request(900, 100)), own.has(request(100, 20)), own.has(request(900, 150)), own.has(request(1010, 5))]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  vi.restoreAllMocks();
});
