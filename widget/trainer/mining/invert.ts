/* oxlint-disable typescript/no-non-null-assertion -- indices run over the arrays they were counted from */
/** The inverse of a symmetric positive definite matrix, in its place. */
export function invert(matrix: Float64Array, size: number): void {
  factor(matrix, size);
  const inverse = invertLower(matrix, size);
  // A⁻¹ = L⁻ᵀ · L⁻¹, added up row by row of L⁻¹ so that memory is walked in order.
  matrix.fill(0);
  for (let k = 0; k < size; k++) {
    const row = k * size;
    for (let i = 0; i <= k; i++) {
      const x = inverse[row + i]!;
      const to = i * size;
      for (let j = 0; j <= i; j++) matrix[to + j]! += x * inverse[row + j]!;
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[j * size + i] = matrix[i * size + j]!;
}

/**
 * Factors a symmetric positive definite matrix (`size` × `size`, row by row) in place: afterwards the lower triangle holds L with
 * L · Lᵀ = A. Sums run in one fixed order, so that the same numbers always give the same result.
 */
function factor(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const rowI = i * size;
    for (let j = 0; j <= i; j++) {
      const rowJ = j * size;
      let sum = matrix[rowI + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[rowI + k]! * matrix[rowJ + k]!;
      matrix[rowI + j] = i === j ? Math.sqrt(sum) : sum / matrix[rowJ + j]!;
    }
  }
}

function invertLower(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    const pivot = 1 / lower[row + i]!;
    for (let k = 0; k < i; k++) {
      const x = -lower[row + k]! * pivot;
      for (let j = 0; j <= k; j++) inverse[row + j]! += x * inverse[k * size + j]!;
    }
    inverse[row + i] = pivot;
  }
  return inverse;
}
