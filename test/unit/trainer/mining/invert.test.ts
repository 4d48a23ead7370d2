/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
import { expect, test } from "vitest";
import { invert } from "../../../../widget/trainer/mining/invert.ts";

// 4 2 0 · 2 5 2 · 0 2 5
const matrix = () => Float64Array.of(4, 2, 0, 2, 5, 2, 0, 2, 5);

test("a matrix times its inverse is one", () => {
  const inverse = matrix();
  invert(inverse, 3);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const product = [0, 1, 2].reduce((sum, k) => sum + matrix()[i * 3 + k]! * inverse[k * 3 + j]!, 0);
      expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
    }
  }
});
