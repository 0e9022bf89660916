import type { Piece } from '../pieces.ts'
import { automaticGroups } from './automatic.ts'
import { groupsOfCount } from './given-count.ts'
import { type ClusterItem, type Embeddings, makeItems } from './items.ts'
import { centroidOf, sphericalKMeans } from './k-means.ts'
import { averageLinkage } from './linkage.ts'

/** Less than this share of all speech is not a speaker, within bounds in seconds (measured, see docs/engine.md). */
const SMALL_SPEAKER = { share: 0.025, shortest: 1.5, longest: 8 }
const MAX_SPEAKERS = 20
const REFINING_ROUNDS = 3

/**
 * The voices of a recording: a unit vector for each speaker, in no particular order; none if nobody speaks. Counting
 * again with another number does not need the sound.
 * @param embeddings unit vectors, one for each piece; null where a piece was too short
 * @param speakers the number of speakers, or null to detect it; fewer are returned if there are fewer pieces
 */
export function clusterPieces(
  pieces: readonly Piece[],
  embeddings: Embeddings,
  { speakers }: { readonly speakers: number | null },
): Float32Array[] {
  const items = makeItems(pieces, embeddings, speakers ?? 0)
  if (items.length === 0) return []
  const groups = speakers === null ? findGroups(items) : givenGroups(items, speakers)
  const start = groups.map((group) => centroidOf(items, group))
  return sphericalKMeans(items, start, REFINING_ROUNDS).centroids.map((centroid) =>
    Float32Array.from(centroid),
  )
}

function givenGroups(items: readonly ClusterItem[], speakers: number): readonly (readonly number[])[] {
  const merges = averageLinkage(items.map((item) => item.vector))
  return groupsOfCount(items, merges, Math.max(1, speakers), smallSeconds(items))
}

function findGroups(items: readonly ClusterItem[]): readonly (readonly number[])[] {
  const small = smallSeconds(items)
  const found = automaticGroups(items, averageLinkage(items.map((item) => item.vector)), small)
    .map((group) => ({ group, seconds: secondsOf(items, group) }))
    .sort((a, b) => b.seconds - a.seconds)
  const large = found.filter(({ seconds }) => seconds >= small)
  return (large.length > 0 ? large : found.slice(0, 1)).slice(0, MAX_SPEAKERS).map(({ group }) => group)
}

function smallSeconds(items: readonly ClusterItem[]): number {
  const total = items.reduce((sum, item) => sum + item.seconds, 0)
  return Math.min(SMALL_SPEAKER.longest, Math.max(SMALL_SPEAKER.shortest, SMALL_SPEAKER.share * total))
}

function secondsOf(items: readonly ClusterItem[], group: readonly number[]): number {
  return group.reduce((sum, item) => sum + (items[item] as ClusterItem).seconds, 0)
}
