import { type Vector } from '../vectors.ts'

/** Two groups, identified by an item in each (`kept` is the lower), that were merged into `kept`. */
export interface Merge {
  readonly kept: number
  readonly absorbed: number
  /** Mean cosine similarity between the items of the two. */
  readonly similarity: number
}

/** Less than every cosine. */
const NONE = -99

/**
 * Average-linkage clustering of unit vectors down to one group: n - 1 merges, the nearest groups first. Each group
 * stores its nearest neighbor, which makes it O(n²) in time; memory is n² · 4 bytes.
 */
export function averageLinkage(vectors: readonly Vector[]): Merge[] {
  const count = vectors.length
  const similarities = allSimilarities(vectors)
  const sizes = new Float64Array(count).fill(1)
  const nearest = new Int32Array(count)
  const nearestSimilarity = new Float32Array(count)
  // Remaining groups in increasing order; absorbed groups are not visited again.
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

    const gone = groups.indexOf(absorbed)
    groups = groups.copyWithin(gone, gone + 1).subarray(0, -1)
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

/** Rows processed at a time, so that their vectors stay in the processor's cache. */
const BLOCK_ROWS = 32
/** Columns compared with a row at once: each value of the row is loaded once for all of them. */
const COLUMNS = 4

/** Symmetric matrix of cosine similarities, row by row. Unrolled, as it is the hottest loop of clustering. */
function allSimilarities(vectors: readonly Vector[]): Float32Array {
  const count = vectors.length
  const size = vectors[0]?.length ?? 0
  const similarities = new Float32Array(count * count)
  // Zeros after the last vector fill the last group of columns.
  const flat = new Float64Array((count + COLUMNS) * size)
  for (const [index, vector] of vectors.entries()) flat.set(vector, index * size)
  const sums = new Float64Array(COLUMNS)
  for (let blockStart = 0; blockStart < count; blockStart += BLOCK_ROWS) {
    const blockEnd = Math.min(count, blockStart + BLOCK_ROWS)
    for (let column = 0; column < blockEnd; column += COLUMNS) {
      for (let row = Math.max(blockStart, column + 1); row < blockEnd; row++) {
        dotWithColumns(flat, row * size, column * size, size, sums)
        for (let offset = 0; offset < COLUMNS && column + offset < row; offset++) {
          similarities[row * count + column + offset] = sums[offset] as number
          similarities[(column + offset) * count + row] = sums[offset] as number
        }
      }
    }
  }
  return similarities
}

function dotWithColumns(
  flat: Float64Array,
  row: number,
  column: number,
  size: number,
  sums: Float64Array,
): void {
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0]
  const [column1, column2, column3] = [column + size, column + 2 * size, column + 3 * size]
  for (let index = 0; index < size; index++) {
    const value = flat[row + index] as number
    sum0 += value * (flat[column + index] as number)
    sum1 += value * (flat[column1 + index] as number)
    sum2 += value * (flat[column2 + index] as number)
    sum3 += value * (flat[column3 + index] as number)
  }
  sums[0] = sum0
  sums[1] = sum1
  sums[2] = sum2
  sums[3] = sum3
}
