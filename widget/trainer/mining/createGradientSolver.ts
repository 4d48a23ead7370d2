/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
/** Steps after which a solution that is still moving is taken as it is. */
const MOST_STEPS = 40;
/** Weights are rounded to a byte: a residual this small in proportion is far below that. */
const CLOSE_ENOUGH = 1e-5;

/** Solves A · x = b for symmetric positive definite matrices of up to `most` rows, by conjugate gradients scaled by the diagonal. */
export function createGradientSolver(most: number): (matrix: Float64Array, size: number, b: Float64Array) => Float64Array {
  const [x, residual, direction, scaled, product] = [0, 1, 2, 3, 4].map(() => new Float64Array(most)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  /** `matrix` holds the diagonal and what is below it, row by row. Sums run in one fixed order. The answer is valid until the next call. */
  return (matrix, size, b) => {
    let steepness = 0;
    for (let i = 0; i < size; i++) {
      x[i] = 0;
      residual[i] = b[i]!;
      direction[i] = scaled[i] = b[i]! / matrix[i * size + i]!;
      steepness += b[i]! * scaled[i]!;
    }
    const enough = steepness * CLOSE_ENOUGH * CLOSE_ENOUGH;
    for (let step = 0; step < MOST_STEPS && steepness > enough; step++) {
      multiply(matrix, size, { by: direction, into: product });
      let along = 0;
      for (let i = 0; i < size; i++) along += direction[i]! * product[i]!;
      const length = steepness / along;
      let next = 0;
      for (let i = 0; i < size; i++) {
        x[i]! += length * direction[i]!;
        residual[i]! -= length * product[i]!;
        scaled[i] = residual[i]! / matrix[i * size + i]!;
        next += residual[i]! * scaled[i]!;
      }
      for (let i = 0; i < size; i++) direction[i] = scaled[i]! + (next / steepness) * direction[i]!;
      steepness = next;
    }
    return x;
  };
}

function multiply(matrix: Float64Array, size: number, { by, into }: { readonly by: Float64Array; readonly into: Float64Array }): void {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    const value = by[i]!;
    let sum = matrix[row + i]! * value;
    for (let j = 0; j < i; j++) {
      const cell = matrix[row + j]!;
      sum += cell * by[j]!;
      into[j]! += cell * value;
    }
    into[i] = sum;
  }
}
