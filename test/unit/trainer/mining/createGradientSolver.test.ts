/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were made for */
import { expect, test } from "vitest";
import { invert } from "../../../../widget/trainer/mining/invert.ts";
import { createGradientSolver } from "../../../../widget/trainer/mining/createGradientSolver.ts";

/** A symmetric matrix that is positive definite, as its diagonal outweighs the rest. */
function aMatrix(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) matrix[i * size + j] = matrix[j * size + i] = Math.sin(i * 7 + j * 3);
    matrix[i * size + i] = size + i;
  }
  return matrix;
}

test("finds what the inverse gives", () => {
  const size = 40;
  const b = Float64Array.from({ length: size }, (_, at) => Math.cos(at));
  const found = createGradientSolver(64)(aMatrix(size), size, b);
  const inverse = aMatrix(size);
  invert(inverse, size);
  for (let i = 0; i < size; i++) {
    const exact = b.reduce((sum, value, j) => sum + inverse[i * size + j]! * value, 0);
    expect(found[i]).toBeCloseTo(exact, 5);
  }
});

test("nothing asked for gives noughts, and an empty matrix nothing", () => {
  const solve = createGradientSolver(8);
  expect([...solve(aMatrix(3), 3, new Float64Array(3)).subarray(0, 3)]).toEqual([0, 0, 0]);
  expect(() => solve(new Float64Array(), 0, new Float64Array())).not.toThrow();
});
