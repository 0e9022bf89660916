import { Fault } from '#contracts/errors'
import type { CountedVoices } from '#core/edits/assembly/recount'
import { rangeOfRun, sampleRange } from '#core/sound/range'
import { makePieces } from '#core/speakers/pieces'
import { stitch } from '#core/windows/stitch'
import type { ModelRole, Transcript } from '#core/transcript/transcript'
import type { Library } from '../library/library.ts'
import { Checkpoints } from './checkpoints.ts'
import { diarizeInWorker } from './diarize-in-worker.ts'
import { readPieces } from './results/pieces.ts'
import { storedWindows } from './results/windows.ts'

/** Nothing is saved here, so no lease is needed. */
const NO_LEASE = 0

/**
 * Repeats diarization from the results stored when the transcript was made; needs no audio.
 * `speakers` null: the count is estimated. Fault `speakers.no-pieces` if none of the stored results are left.
 */
export async function recountVoices(
  library: Library,
  { run, recordingId }: Pick<Transcript, 'run' | 'recordingId'>,
  speakers: number | null,
  signal: AbortSignal,
): Promise<CountedVoices> {
  const track = await library.track(recordingId, Number(run.settings.track ?? 0))
  const sha256Of = (role: ModelRole) => run.models.find((model) => model.role === role)?.sha256
  const segmentation = sha256Of('segmentation')
  const embedding = sha256Of('embedding')
  if (track === undefined || segmentation === undefined || embedding === undefined) {
    throw new Fault('speakers.no-pieces')
  }
  const { sampleCount, pcmSha256 } = track
  const checkpoints = new Checkpoints(library, NO_LEASE, pcmSha256)
  const range = sampleRange(rangeOfRun(run.settings), sampleCount)
  const windows = await storedWindows(checkpoints, 'speaker-window', range, segmentation)
  if (windows === null) throw new Fault('speakers.no-pieces')
  const pieces = makePieces(stitch(windows, range.endSample))
  const results = await readPieces(checkpoints, pieces, range, embedding)
  const embeddings = results.map((result) => result.embedding)
  if (pieces.length > 0 && embeddings.every((vector) => vector === null))
    throw new Fault('speakers.no-pieces')
  const { turns, centroids } = await diarizeInWorker(
    { windows, pieces, embeddings, sampleCount: range.endSample, speakers },
    signal,
  )
  return {
    voices: centroids.length,
    turns: turns.map(({ speaker, startMs, endMs }) => ({ voice: speaker, startMs, endMs })),
  }
}
