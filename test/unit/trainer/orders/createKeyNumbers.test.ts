import { expect, test } from "vitest";
import { createKeyNumbers } from "../../../../widget/trainer/orders/createKeyNumbers.ts";

test("numbers keys in the order in which they first come, however many there are", () => {
  const keys = createKeyNumbers();
  const halves = (at: number) => [Math.imul(at, 0x85ebca6b), Math.imul(at, 0xc2b2ae35)] as const;
  const first = Array.from({ length: 100_000 }, (_, at) => keys.number(...halves(at)));
  const again = Array.from({ length: 100_000 }, (_, at) => keys.number(...halves(at)));
  expect(first.every((number, at) => number === at)).toBe(true);
  expect(again).toEqual(first);
  expect(keys.size).toBe(100_000);
});

test("keys that share a half are apart", () => {
  const keys = createKeyNumbers();
  expect([keys.number(1, 2), keys.number(1, 3), keys.number(2, 2), keys.number(1, 2), keys.number(-1, -2)]).toEqual([0, 1, 2, 0, 3]);
});
