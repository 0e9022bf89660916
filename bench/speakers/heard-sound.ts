import { type DiarizationInput } from '#core/speakers/diarize'
import { makePieces, MIN_EMBED_SECONDS, pieceRuns } from '#core/speakers/pieces'
import { planWindows } from '#core/windows/windows'
import { stitch } from '#core/windows/stitch'
import type { StartEngine } from '#studio/engine-link/engine-child'
import { EngineLink } from '#studio/engine-link/engine-link'
import { inParallel } from '#studio/recognition/in-parallel'
import { segmentedWindow } from '#studio/recognition/results/windows'
import { modelPath } from '#studio/models/model-config'
import type { Model } from '#studio/models/model-store'

/** What the engine detects about the speakers in a sound. */
export type HeardSound = Omit<DiarizationInput, 'speakers'>

const PARALLEL = 2

/** The segmentation and an embedding model in one process. */
export class SpeakerEngine {
  readonly #link: EngineLink

  constructor(segmentation: Model, embedding: Model, startEngine: StartEngine) {
    this.#link = new EngineLink({
      setUp: [
        {
          kind: 'load-segmentation',
          model: modelPath(segmentation, 'model'),
          stubEmbedding: modelPath(segmentation, 'stubEmbedding'),
        },
        { kind: 'load-embedding', model: modelPath(embedding, 'model') },
      ],
      parallel: PARALLEL,
      startEngine,
    })
  }

  /** @param pcmPath 16 kHz mono s16le */
  async hear(pcmPath: string, sampleCount: number): Promise<HeardSound> {
    const range = { startSample: 0, endSample: sampleCount }
    const signal = new AbortController().signal
    const spans = planWindows(range)
    const windows = spans.map((span) => segmentedWindow(span, null, range))
    await inParallel(spans, PARALLEL, async (span, index) => {
      const raw = await this.#link.call(
        { kind: 'segment', pcmPath, ...span, gains: null, gainsStartFrame: 0 },
        { signal, soundSeconds: 10 },
      )
      windows[index] = segmentedWindow(span, raw, range)
    })
    const pieces = makePieces(stitch(windows, sampleCount))
    const embeddings: (Float32Array | null)[] = pieces.map(() => null)
    await inParallel(pieces, PARALLEL, async (piece, index) => {
      if (piece.seconds < MIN_EMBED_SECONDS) return
      const runs = pieceRuns(piece, range)
      embeddings[index] = await this.#link.call(
        { kind: 'embed', pcmPath, runs },
        { signal, soundSeconds: piece.seconds },
      )
    })
    return { windows, pieces, embeddings, sampleCount }
  }

  close(): Promise<void> {
    return this.#link.close()
  }
}
