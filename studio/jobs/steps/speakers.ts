import type { DiarisedTurn } from '#core/speakers/diarise'
import { makePieces, MIN_EMBED_SECONDS, type Piece, pieceRuns } from '#core/speakers/pieces'
import { stitch } from '#core/windows/stitch'
import type { Speaker, Turn } from '#core/transcript/transcript'
import type { Span } from '#core/words/decoded'
import { modelSha256 } from '../../models/model-store.ts'
import type { Checkpoints } from '../checkpoints.ts'
import { diariseInWorker } from '../diarise-in-worker.ts'
import { inParallel } from '../in-parallel.ts'
import type { JobContext } from '../job-context.ts'
import { isLostWork } from '../lost-work.ts'
import { segmentWindows } from '../segment-windows.ts'

export interface HeardSpeakers {
  readonly speakers: readonly Speaker[]
  readonly turns: readonly Turn[]
  /** Unit vectors in the order of `speakers`. */
  readonly voicePrints: readonly Float32Array[]
}

/** Raised when the same piece would get another embedding. */
const EMBEDDING_VERSION = 'v1'
/** Share of this step's time that goes into windows; the rest goes into embeddings. */
const WINDOWS_SHARE = 0.35

/** Who speaks when: windows and embeddings by the engine, clustering and turns by core. */
export async function hearSpeakers(context: JobContext): Promise<HeardSpeakers> {
  const { range, settings } = context
  const engines = context.engines.windows
  const windows = await segmentWindows(context, engines, 'speaker-window', null, (fraction) =>
    context.report('speakers', fraction * WINDOWS_SHARE),
  )
  const pieces = makePieces(stitch(windows, range.endSample))
  // Its last windows: two kinds of models at once would be the peak of memory.
  await engines.close()
  const embeddings = await embedPieces(context, pieces)
  const { turns, centroids } = await diariseInWorker(
    { windows, pieces, embeddings, sampleCount: range.endSample, speakers: settings.speakers },
    context.signal,
  )
  return {
    speakers: centroids.map((_centroid, index) => ({
      id: speakerId(index),
      name: null,
      colour: index,
      groupId: null,
    })),
    turns: turns.map((turn: DiarisedTurn) => ({
      speakerId: speakerId(turn.speaker),
      startMs: turn.startMs,
      endMs: turn.endMs,
    })),
    voicePrints: centroids,
  }
}

/** Speakers are numbered by their first word: ids come from data. */
const speakerId = (index: number): string => `s${index + 1}`

async function embedPieces(context: JobContext, pieces: readonly Piece[]): Promise<(Float32Array | null)[]> {
  const { checkpoints, signal, models, cores, range } = context
  const model = modelSha256(models.embedding.entry)
  const runs = pieces.map((piece) => pieceRuns(piece, range))
  const keys = runs.map((piece) => pieceKey(checkpoints, piece, model))
  const found = await checkpoints.many('piece', keys)
  const embeddings: (Float32Array | null)[] = pieces.map(() => null)
  const isWanted = (piece: Piece, index: number): boolean =>
    piece.seconds >= MIN_EMBED_SECONDS && !(found[index] instanceof Uint8Array)
  const engines = context.engines.embeddings(pieces.filter(isWanted).length)
  /** Undefined where the engine failed on the piece: it goes without a voice print. */
  const embed = async (piece: Piece, spans: readonly Span[]) => {
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
    await inParallel(pieces, cores * 2, async (piece, index) => {
      if (piece.seconds >= MIN_EMBED_SECONDS) {
        const before = found[index]
        if (before instanceof Uint8Array) embeddings[index] = vectorFromBytes(before)
        else {
          const vector = await embed(piece, runs[index] ?? [])
          embeddings[index] = vector ?? null
          if (vector !== undefined)
            await checkpoints.save('piece', keys[index] as string, bytesOfVector(vector))
        }
      }
      finished++
      context.report('speakers', WINDOWS_SHARE + (1 - WINDOWS_SHARE) * (finished / pieces.length))
    })
  } finally {
    await engines.close()
  }
  return embeddings
}

/** Where the checkpoint of a piece lies. `model`: sha256 of the embedding model. */
export function pieceKey(checkpoints: Checkpoints, runs: readonly Span[], model: string): string {
  const place = runs.map((run) => `${run.startSample}+${run.sampleCount}`).join(',')
  return checkpoints.key(place, model, EMBEDDING_VERSION)
}

/** No bytes stand for "too short to embed". */
function bytesOfVector(vector: Float32Array | null): Uint8Array {
  return vector ? new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength) : new Uint8Array(0)
}

export function vectorFromBytes(bytes: Uint8Array): Float32Array | null {
  return bytes.byteLength === 0 ? null : new Float32Array(Uint8Array.from(bytes).buffer)
}
