import { expect, test } from "vitest";
import { rankAlternative } from "../../../../widget/trainer/alternatives/rank.ts";

test("a quarter dearer ranks best, and one of the same maker counts twice", () => {
  const at = (ratio: number) => rankAlternative({ ratio, orders: 9, sameMaker: false });
  expect(at(1.25)).toBeCloseTo(10, 12);
  expect(at(1.06)).toBeLessThan(at(1.25));
  expect(at(3)).toBeLessThan(at(1.5));
  expect(rankAlternative({ ratio: 1.25, orders: 9, sameMaker: true })).toBeCloseTo(20, 12);
});
