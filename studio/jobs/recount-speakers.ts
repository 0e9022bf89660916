import { Fault } from '#contracts/errors'
import type { CountedVoices } from '#core/edits/assembly/recount'
import { rangeOfRun, sampleRange } from '#core/sound/range'
import { makePieces, MIN_EMBED_SECONDS, pieceRuns } from '#core/speakers/pieces'
import { stitch } from '#core/windows/stitch'
import { localSegments, planWindows } from '#core/windows/windows'
import type { ModelRole, Transcript } from '#core/transcript/transcript'
import type { Library } from '../library/library.ts'
import { Checkpoints } from './checkpoints.ts'
import { diariseInWorker } from './diarise-in-worker.ts'
import { type RawSegment, windowKey } from './segment-windows.ts'
import { pieceKey, vectorFromBytes } from './steps/speakers.ts'

/** Nothing is saved here. */
const NO_LEASE = 0

/**
 * Who speaks when, counted again from what the engine heard when the transcript was made: no sound is needed.
 * `speakers` null: how many is found out. Fault `speakers.no-pieces` where nothing is left of what was heard.
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
  const spans = planWindows(range)
  const heard = await checkpoints.many(
    'speaker-window',
    spans.map((span) => windowKey(checkpoints, span, segmentation)),
  )
  if (!heard.some((result) => typeof result === 'string')) throw new Fault('speakers.no-pieces')
  // A window that the engine failed on has no checkpoint: nobody is heard there, as then.
  const windows = spans.map(({ startSample }, index) => {
    const result = heard[index]
    const raw = typeof result === 'string' ? (JSON.parse(result) as RawSegment[]) : []
    return { startSample, segments: localSegments(raw, range.endSample - startSample) }
  })
  const pieces = makePieces(stitch(windows, range.endSample))
  const vectors = await checkpoints.many(
    'piece',
    pieces.map((piece) => pieceKey(checkpoints, pieceRuns(piece, range), embedding)),
  )
  const embeddings = pieces.map((piece, index) => {
    const bytes = vectors[index]
    return piece.seconds >= MIN_EMBED_SECONDS && bytes instanceof Uint8Array ? vectorFromBytes(bytes) : null
  })
  if (pieces.length > 0 && embeddings.every((vector) => vector === null))
    throw new Fault('speakers.no-pieces')
  const { turns, centroids } = await diariseInWorker(
    { windows, pieces, embeddings, sampleCount: range.endSample, speakers },
    signal,
  )
  return {
    voices: centroids.length,
    turns: turns.map(({ speaker, startMs, endMs }) => ({ voice: speaker, startMs, endMs })),
  }
}
