import type { DiarizedTurn } from '#core/speakers/diarize'
import { makePieces, type Piece } from '#core/speakers/pieces'
import { stitch } from '#core/windows/stitch'
import type { Speaker, SpeakerSegment } from '#core/transcript/transcript'
import type { SampleSpan, SegmentedWindow } from '#core/windows/windows'
import { modelSha256 } from '../../models/model-store.ts'
import { diarizeInWorker } from '../diarization/diarize-in-worker.ts'
import { bytesOfVector, readPieces } from '../results/pieces.ts'
import { inParallel } from '../in-parallel.ts'
import type { JobContext } from '../job-context.ts'
import { isLostWork } from '../lost-work.ts'
import { segmentWindows } from '../segment-windows.ts'

export interface DiarizedSpeakers {
  readonly speakers: readonly Speaker[]
  readonly turns: readonly SpeakerSegment[]
  /** Unit vectors in the order of `speakers`. */
  readonly voicePrints: readonly Float32Array[]
}

/** Share of this step's time spent on windows; the rest is spent on embeddings. */
const WINDOWS_SHARE = 0.35

/** Windows, pieces of speech with one speaker each, and an embedding of each piece (null if it has none). */
export interface EmbeddedSpeech {
  readonly windows: readonly SegmentedWindow[]
  readonly pieces: readonly Piece[]
  readonly embeddings: readonly (Float32Array | null)[]
}

/** The engines' part of diarization; ends the processes for windows, then those for embeddings. */
export async function embedSpeech(context: JobContext): Promise<EmbeddedSpeech> {
  const engines = context.engines.windows
  const windows = await segmentWindows(context, engines, 'speaker-window', null, (fraction) =>
    context.report('speakers', fraction * WINDOWS_SHARE),
  )
  const pieces = makePieces(stitch(windows, context.range.endSample))
  // No more windows follow: keeping both kinds of models loaded would set the memory peak.
  await engines.close()
  return { windows, pieces, embeddings: await embedPieces(context, pieces) }
}

/** Finds who speaks when: windows and embeddings by the engine, clustering and turns by core. */
export async function diarize(context: JobContext): Promise<DiarizedSpeakers> {
  return findSpeakers(context, await embedSpeech(context))
}

/** Who speaks when, by clustering. */
export async function findSpeakers(
  { range, settings, signal }: JobContext,
  embedded: EmbeddedSpeech,
): Promise<DiarizedSpeakers> {
  const { turns, centroids } = await diarizeInWorker(
    { ...embedded, sampleCount: range.endSample, speakers: settings.speakers },
    signal,
  )
  return {
    speakers: centroids.map((_centroid, index) => ({
      id: speakerId(index),
      name: null,
      colour: index,
      groupId: null,
    })),
    turns: turns.map((turn: DiarizedTurn) => ({
      speakerId: speakerId(turn.speaker),
      startMs: turn.startMs,
      endMs: turn.endMs,
    })),
    voicePrints: centroids,
  }
}

/** Speakers are numbered by their first word, so that ids are reproducible. */
const speakerId = (index: number): string => `s${index + 1}`

async function embedPieces(context: JobContext, pieces: readonly Piece[]): Promise<(Float32Array | null)[]> {
  const { checkpoints, signal, models, cores, range } = context
  const results = await readPieces(checkpoints, pieces, range, modelSha256(models.embedding.entry))
  const embeddings = results.map(({ embedding }) => embedding)
  const engines = context.engines.embeddings(results.filter(({ isWanted }) => isWanted).length)
  /** Undefined if the engine failed on the piece, which then has no embedding. */
  const embed = async (piece: Piece, spans: readonly SampleSpan[]) => {
    try {
      return await engines.call(
        { kind: 'embed', pcmPath: context.files.pcm, runs: [...spans] },
        { signal, soundSeconds: piece.seconds },
      )
    } catch (error) {
      if (!isLostWork(error)) throw error
      context.counts.failedChunks++
      return undefined
    }
  }
  let finished = 0
  try {
    await inParallel(results, cores * 2, async ({ piece, runs, key, isWanted }, index) => {
      if (isWanted) {
        const vector = await embed(piece, runs)
        embeddings[index] = vector ?? null
        if (vector !== undefined) await checkpoints.save('piece', key, bytesOfVector(vector))
      }
      finished++
      context.report('speakers', WINDOWS_SHARE + (1 - WINDOWS_SHARE) * (finished / pieces.length))
    })
  } finally {
    await engines.close()
  }
  return embeddings
}
