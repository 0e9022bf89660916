import { FRAME_SECONDS } from '../../windows/frames.ts'
import type { Piece } from '../pieces.ts'
import { dot } from '../vectors.ts'

/** A piece has at most the weight of one of this many seconds (measured, see docs/engine.md). */
const FULL_WEIGHT_SECONDS = 3

/** How similar the pieces of a recording are to each of its speakers. */
export class Voices {
  readonly pieces: readonly Piece[]
  readonly speakerCount: number
  /** For each piece its similarity to each centroid; null where it has no embedding. */
  readonly #similarities: readonly (Float64Array | null)[]
  readonly #indexesByLocalSpeaker: ReadonlyMap<number, readonly number[]>

  constructor(
    pieces: readonly Piece[],
    embeddings: readonly (Float32Array | null)[],
    centroids: readonly Float32Array[],
  ) {
    this.pieces = pieces
    this.speakerCount = centroids.length
    this.#similarities = pieces.map((_piece, index) => {
      const vector = embeddings[index]
      return vector ? Float64Array.from(centroids, (centroid) => dot(vector, centroid)) : null
    })
    this.#indexesByLocalSpeaker = Map.groupBy(pieces.keys(), (index) => (pieces[index] as Piece).localSpeaker)
  }

  /** Similarity of one piece to each speaker, or null. */
  ofPiece(index: number): Float64Array | null {
    return this.#similarities[index] ?? null
  }

  /**
   * Similarity to each speaker of a local speaker's speech around a span: a mean in which nearer pieces count
   * more. Null if that speaker has no embedded piece within `reachSeconds`.
   */
  around(
    localSpeaker: number,
    startFrame: number,
    endFrame: number,
    reachSeconds: number,
  ): Float64Array | null {
    const sums = new Float64Array(this.speakerCount)
    let weights = 0
    for (const index of this.#indexesByLocalSpeaker.get(localSpeaker) ?? []) {
      const similarities = this.ofPiece(index)
      if (similarities === null) continue
      const piece = this.pieces[index] as Piece
      const distance = framesBetween(piece, startFrame, endFrame) * FRAME_SECONDS
      if (distance > reachSeconds) continue
      const weight = Math.min(piece.seconds, FULL_WEIGHT_SECONDS) * Math.exp(-distance)
      weights += weight
      for (let speaker = 0; speaker < sums.length; speaker++) {
        sums[speaker] = (sums[speaker] as number) + weight * (similarities[speaker] as number)
      }
    }
    return weights > 0 ? sums.map((sum) => sum / weights) : null
  }
}

/** Pause between a piece and a span, 0 if they touch or overlap. */
export function framesBetween(piece: Piece, startFrame: number, endFrame: number): number {
  return Math.max(0, piece.startFrame - endFrame, startFrame - piece.endFrame)
}
