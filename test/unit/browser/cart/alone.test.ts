import { afterEach, expect, test, vi } from "vitest";
import { alone } from "../../../../widget/browser/cart/alone.ts";

afterEach(() => void vi.unstubAllGlobals());

const withLocks = (request: unknown) => vi.stubGlobal("navigator", { locks: { request } });

test("runs inside the lock, once", async () => {
  const order: string[] = [];
  withLocks(async (name: string, _: unknown, run: () => Promise<unknown>) => {
    order.push(`lock ${name}`);
    await run();
    order.push("unlock");
  });
  expect(await alone(async () => order.push("work"))).toBe(2);
  expect(order).toEqual(["lock goeswith.cart", "work", "unlock"]);
});

test.each([
  ["has no locks", undefined],
  ["refuses locks to this frame", { request: () => Promise.reject(new Error("SecurityError")) }],
  [
    "waits too long for another tab",
    { request: (_: string, { signal }: { signal: AbortSignal }) => Promise.reject(signal.reason ?? new Error("AbortError")) },
  ],
])("runs without a lock where the browser %s", async (_, locks) => {
  vi.stubGlobal("navigator", { locks });
  const work = vi.fn<() => Promise<string>>(async () => "done");
  expect(await alone(work)).toBe("done");
  expect(work).toHaveBeenCalledTimes(1);
});

test("an error of the work is the caller's, and the work is not run again", async () => {
  withLocks((_: string, __: unknown, run: () => Promise<unknown>) => run());
  const work = vi.fn<() => Promise<never>>(() => Promise.reject(new Error("broken")));
  await expect(alone(work)).rejects.toThrow("broken");
  expect(work).toHaveBeenCalledTimes(1);
});
