/** An outcome that was true or false, with features that may predict it. */
export interface Example {
  readonly features: readonly number[]
  readonly isTrue: boolean
}

/** A constant first, then one weight per feature, in natural logarithms of odds. */
export type Weights = readonly number[]

/** A small penalty towards 0, as some features are rare; the constant is free. */
const RIDGE = 1
const ROUNDS = 25

/**
 * The weights that maximize the likelihood of the examples (logistic regression by Newton's method, ridge 1).
 */
export function fitLogistic(examples: readonly Example[]): Weights {
  const size = (examples[0]?.features.length ?? 0) + 1
  let weights = Array.from({ length: size }, () => 0)
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : -RIDGE * weight))
    const curvature: number[][] = weights.map((_, row) =>
      weights.map((__, column) => (row === column && row > 0 ? RIDGE : 0)),
    )
    for (const { features, isTrue } of examples) {
      const inputs = [1, ...features]
      const estimate = probability(weights, features)
      const slope = estimate * (1 - estimate)
      for (const [row, input] of inputs.entries()) {
        gradient[row] = (gradient[row] ?? 0) + ((isTrue ? 1 : 0) - estimate) * input
        const line = curvature[row] ?? []
        for (const [column, other] of inputs.entries())
          line[column] = (line[column] ?? 0) + slope * input * other
      }
    }
    const step = solved(curvature, gradient)
    weights = weights.map((weight, index) => weight + (step[index] ?? 0))
    if (Math.max(...step.map(Math.abs)) < 1e-9) break
  }
  return weights
}

export function probability([constant = 0, ...weights]: Weights, features: readonly number[]): number {
  const odds = weights.reduce((sum, weight, index) => sum + weight * (features[index] ?? 0), constant)
  return 1 / (1 + Math.exp(-odds))
}

/** Gaussian elimination with the largest pivot; the matrix is positive definite. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row
    }
    const chosen = rows[pivot] as number[]
    rows[pivot] = rows[column] as number[]
    rows[column] = chosen
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const line = rows[row] as number[]
      const factor = (line[column] ?? 0) / (chosen[column] ?? 1)
      for (let at = column; at <= size; at++) line[at] = (line[at] ?? 0) - factor * (chosen[at] ?? 0)
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1))
}
