import type { Embeddings } from '#core/speakers/cluster/items'
import { makePieces, type Piece } from '#core/speakers/pieces'
import { rangeOfRun, type SampleRange, sampleRange } from '#core/sound/range'
import type { ModelRole, Run } from '#core/transcript/transcript'
import { stitch } from '#core/windows/stitch'
import type { SegmentedWindow } from '#core/windows/windows'
import type { Library } from '../../library/library.ts'
import type { TrackRecord } from '../../library/tables/recordings/recordings.ts'
import { Checkpoints } from '../checkpoints.ts'
import { readPieces } from './pieces.ts'
import { storedWindows } from './windows.ts'

/** Nothing is saved here, so no lease is needed. */
const NO_LEASE = 0

/** The engine's results about the speakers of one track. */
export interface DiarizedTrack {
  readonly range: SampleRange
  readonly windows: readonly SegmentedWindow[]
  readonly pieces: readonly Piece[]
  readonly embeddings: Embeddings
}

/** Stored results of a run on a track; null if none are left. */
export async function readDiarizedTrack(
  library: Library,
  { sampleCount, pcmSha256 }: Pick<TrackRecord, 'sampleCount' | 'pcmSha256'>,
  run: Run,
): Promise<DiarizedTrack | null> {
  const sha256Of = (role: ModelRole) => run.models.find((model) => model.role === role)?.sha256
  const [segmentation, embedding] = [sha256Of('segmentation'), sha256Of('embedding')]
  if (segmentation === undefined || embedding === undefined) return null
  const checkpoints = new Checkpoints(library, NO_LEASE, pcmSha256)
  const range = sampleRange(rangeOfRun(run.settings), sampleCount)
  const windows = await storedWindows(checkpoints, 'speaker-window', range, segmentation)
  if (windows === null) return null
  const pieces = makePieces(stitch(windows, range.endSample))
  const results = await readPieces(checkpoints, pieces, range, embedding)
  const embeddings = results.map((result) => result.embedding)
  if (pieces.length > 0 && embeddings.every((vector) => vector === null)) return null
  return { range, windows, pieces, embeddings }
}
