import { clusterPieces } from './cluster/cluster-pieces.ts'
import { labelTurns } from './label/label-turns.ts'
import type { Piece } from './pieces.ts'
import { type Diarization, renumberByFirstTurn } from './renumber.ts'
import { stitch } from '../windows/stitch.ts'
import type { SegmentedWindow } from '../windows/windows.ts'

export { clusterPieces } from './cluster/cluster-pieces.ts'
export { type DiarizedTurn, labelTurns } from './label/label-turns.ts'
export { type Diarization } from './renumber.ts'

export interface DiarizationInput {
  /** Output of the segmentation, from `localSegments`, for the original sound. */
  readonly windows: readonly SegmentedWindow[]
  /** `makePieces(stitch(windows, sampleCount))`. */
  readonly pieces: readonly Piece[]
  /** Unit vectors, one for each piece; null where a piece was too short to embed. */
  readonly embeddings: readonly (Float32Array | null)[]
  /** End of the analyzed sound. */
  readonly sampleCount: number
  /** The number of speakers, or null to detect it. */
  readonly speakers: number | null
}

/**
 * Who speaks when: turns in order of time, speakers numbered from 0 in the order of their first turn. Empty if nobody
 * speaks. Uses only stored engine output, so another count takes a second and does not need the sound.
 */
export function diarizePieces({
  windows,
  pieces,
  embeddings,
  sampleCount,
  speakers,
}: DiarizationInput): Diarization {
  const stitched = stitch(windows, sampleCount)
  const centroids = clusterPieces(pieces, embeddings, { speakers })
  const turns = labelTurns(stitched, pieces, embeddings, centroids, sampleCount)
  return renumberByFirstTurn({ turns, centroids })
}
