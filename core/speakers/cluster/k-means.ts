import { type Vector, dot, weightedMean } from '../vectors.ts'
import type { ClusterItem } from './items.ts'

export interface Clustering {
  /** Unit vectors. */
  readonly centroids: readonly Vector[]
  /** For each centroid the items that were nearest to it before its last move. */
  readonly groups: readonly (readonly number[])[]
  /** Similarity of the items to their centroids, weighted by seconds: higher is better. */
  readonly objective: number
}

/**
 * Spherical k-means with the items weighted by their length; a centroid that is nearest to no item does not
 * move.
 */
export function sphericalKMeans(
  items: readonly ClusterItem[],
  start: readonly Vector[],
  rounds: number,
): Clustering {
  let centroids = start
  let groups: number[][] = []
  let objective = 0
  for (let round = 0; round < rounds; round++) {
    groups = centroids.map(() => [])
    objective = 0
    for (const [index, item] of items.entries()) {
      let nearest = 0
      let similarity = -Infinity
      for (const [group, centroid] of centroids.entries()) {
        const here = dot(item.vector, centroid)
        if (here > similarity) {
          similarity = here
          nearest = group
        }
      }
      groups[nearest]?.push(index)
      objective += item.seconds * similarity
    }
    centroids = centroids.map((centroid, group) => {
      const members = groups[group] ?? []
      return members.length > 0 ? centroidOf(items, members) : centroid
    })
  }
  return { centroids, groups, objective }
}

export function centroidOf(items: readonly ClusterItem[], members: readonly number[]): Float64Array {
  return weightedMean(
    members.map((member) => {
      const item = items[member] as ClusterItem
      return { vector: item.vector, weight: item.seconds }
    }),
  )
}
