import { type Vector } from '../vectors.ts'

/** Two groups, named by an item in each (`kept` the lower), that became one: `kept`. */
export interface Merge {
  readonly kept: number
  readonly absorbed: number
  /** Mean cosine similarity between the items of the two. */
  readonly similarity: number
}

/** Below every cosine. */
const NONE = -99

/**
 * Average-linkage clustering of unit vectors down to one group: n - 1 merges, the nearest groups first.
 * Each group remembers its nearest neighbour, which makes it O(n²) in time; memory is n² · 4 bytes.
 */
export function averageLinkage(vectors: readonly Vector[]): Merge[] {
  const count = vectors.length
  const similarities = allSimilarities(vectors)
  const sizes = new Float64Array(count).fill(1)
  const nearest = new Int32Array(count)
  const nearestSimilarity = new Float32Array(count)
  // Groups that are left, in rising order: what has been absorbed is not looked at again.
  let groups = Int32Array.from({ length: count }, (_, index) => index)
  const merges: Merge[] = []

  const findNearest = (group: number): void => {
    const row = group * count
    let best = NONE
    let found = -1
    for (const other of groups) {
      const similarity = similarities[row + other] as number
      if (similarity > best && other !== group) {
        best = similarity
        found = other
      }
    }
    nearest[group] = found
    nearestSimilarity[group] = best
  }

  for (const group of groups) findNearest(group)
  while (groups.length > 1) {
    let closest = -1
    let similarity = NONE
    for (const group of groups) {
      if ((nearestSimilarity[group] as number) > similarity) {
        similarity = nearestSimilarity[group] as number
        closest = group
      }
    }
    if (closest < 0) break
    const kept = Math.min(closest, nearest[closest] as number)
    const absorbed = Math.max(closest, nearest[closest] as number)
    merges.push({ kept, absorbed, similarity })

    groups = groups.filter((group) => group !== absorbed)
    const keptSize = sizes[kept] as number
    const absorbedSize = sizes[absorbed] as number
    sizes[kept] = keptSize + absorbedSize
    for (const other of groups) {
      if (other === kept) continue
      const mean =
        (keptSize * (similarities[kept * count + other] as number) +
          absorbedSize * (similarities[absorbed * count + other] as number)) /
        (keptSize + absorbedSize)
      similarities[kept * count + other] = mean
      similarities[other * count + kept] = mean
    }
    if (groups.length === 1) break
    findNearest(kept)
    for (const other of groups) {
      if (other === kept) continue
      if (nearest[other] === kept || nearest[other] === absorbed) {
        findNearest(other)
      } else if ((similarities[other * count + kept] as number) > (nearestSimilarity[other] as number)) {
        nearestSimilarity[other] = similarities[other * count + kept] as number
        nearest[other] = kept
      }
    }
  }
  return merges
}

/** Items compared at a time: two blocks of vectors stay in the processor's cache. */
const BLOCK = 32

/** Symmetric matrix of cosine similarities, row by row. */
function allSimilarities(vectors: readonly Vector[]): Float32Array {
  const count = vectors.length
  const similarities = new Float32Array(count * count)
  const size = vectors[0]?.length ?? 0
  const flat = new Float64Array(count * size)
  for (const [index, vector] of vectors.entries()) flat.set(vector, index * size)
  for (let rowBlock = 0; rowBlock < count; rowBlock += BLOCK) {
    for (let columnBlock = 0; columnBlock <= rowBlock; columnBlock += BLOCK) {
      for (let row = rowBlock; row < Math.min(count, rowBlock + BLOCK); row++) {
        for (let column = columnBlock; column < Math.min(row, columnBlock + BLOCK); column++) {
          const similarity = dotAt(flat, row * size, column * size, size)
          similarities[row * count + column] = similarity
          similarities[column * count + row] = similarity
        }
      }
    }
  }
  return similarities
}

/** Four sums at once: a single one would make each addition wait for the one before. */
function dotAt(flat: Float64Array, left: number, right: number, size: number): number {
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0]
  let index = 0
  for (; index + 3 < size; index += 4) {
    sum0 += (flat[left + index] as number) * (flat[right + index] as number)
    sum1 += (flat[left + index + 1] as number) * (flat[right + index + 1] as number)
    sum2 += (flat[left + index + 2] as number) * (flat[right + index + 2] as number)
    sum3 += (flat[left + index + 3] as number) * (flat[right + index + 3] as number)
  }
  for (; index < size; index++) sum0 += (flat[left + index] as number) * (flat[right + index] as number)
  return sum0 + sum1 + sum2 + sum3
}
