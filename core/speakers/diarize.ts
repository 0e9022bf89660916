import { clusterPieces } from './cluster/cluster-pieces.ts'
import { labelTurns } from './label/label-turns.ts'
import type { Piece } from './pieces.ts'
import { type Diarization, renumberByFirstTurn } from './renumber.ts'
import { stitch } from '../windows/stitch.ts'
import type { SegmentedWindow } from '../windows/windows.ts'

export { clusterPieces } from './cluster/cluster-pieces.ts'
export { type DiarizedTurn, labelTurns } from './label/label-turns.ts'
export { type Diarization } from './renumber.ts'

export interface Heard {
  /** What the segmentation heard, from `localSegments`, over the sound as it is. */
  readonly windows: readonly SegmentedWindow[]
  /** `makePieces(stitch(windows, sampleCount))`. */
  readonly pieces: readonly Piece[]
  /** Unit vectors, one for each piece; null where a piece was too short to embed. */
  readonly embeddings: readonly (Float32Array | null)[]
  /** Up to here is listened. */
  readonly sampleCount: number
  /** How many there are, or null to find out. */
  readonly speakers: number | null
}

/**
 * Who speaks when: turns in order of time, speakers numbered from 0 as they are first heard. No turns where
 * nobody speaks. Works on what the engine left, so another count costs a second and needs no sound.
 */
export function diarizePieces({ windows, pieces, embeddings, sampleCount, speakers }: Heard): Diarization {
  const stitched = stitch(windows, sampleCount)
  const centroids = clusterPieces(pieces, embeddings, { speakers })
  const turns = labelTurns(stitched, pieces, embeddings, centroids, sampleCount)
  return renumberByFirstTurn({ turns, centroids })
}
