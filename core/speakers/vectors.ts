/** Vectors of equal length; for unit vectors the dot product is the cosine similarity. */
export type Vector = Float32Array | Float64Array

export function dot(left: Vector, right: Vector): number {
  let sum = 0
  for (let index = 0; index < left.length; index++) sum += (left[index] as number) * (right[index] as number)
  return sum
}

/** Scaled to length 1; the zero vector is returned unchanged. */
export function toUnit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector)) || 1
  return vector.map((value) => value / length)
}

/** Direction of the weighted mean of vectors. */
export function weightedMean(
  vectors: readonly { readonly vector: Vector; readonly weight: number }[],
): Float64Array {
  const sum = new Float64Array(vectors[0]?.vector.length ?? 0)
  for (const { vector, weight } of vectors) {
    for (let index = 0; index < sum.length; index++) {
      sum[index] = (sum[index] as number) + weight * (vector[index] as number)
    }
  }
  return toUnit(sum)
}

export function indexOfHighest(values: ArrayLike<number>): number {
  let highest = 0
  for (let index = 1; index < values.length; index++) {
    if ((values[index] as number) > (values[highest] as number)) highest = index
  }
  return highest
}
