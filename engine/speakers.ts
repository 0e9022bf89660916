import { PCM_RATE } from '#core/sound/pcm'
import sherpa, { type OfflineSpeakerDiarization, type SpeakerEmbeddingExtractor } from 'sherpa-onnx-node'
import { WINDOW_SAMPLES } from '#core/windows/windows'
import { applyLift } from '#core/sound/lift'
import { readPcm } from './pcm.ts'

/** sherpa treats a setting of 0 as its default; this value means "none at all". */
const NONE = 1e-6
const MIN_SAMPLES = 160

/** Finds who speaks when in windows of 10 s (pyannote segmentation); sherpa's own clustering never runs. */
export class Segmentation {
  readonly #diarization: OfflineSpeakerDiarization

  constructor(model: string, stubEmbedding: string) {
    this.#diarization = new sherpa.OfflineSpeakerDiarization({
      segmentation: { pyannote: { model }, numThreads: 1 },
      // Required by the interface, but never run for inputs up to 10 s.
      embedding: { model: stubEmbedding, numThreads: 1 },
      clustering: { numClusters: 1 },
      minDurationOn: NONE,
      minDurationOff: NONE,
    })
  }

  /** Segments of one window (zero-padded to 10 s), in seconds from its start. `gains` amplifies quiet speech. */
  segment(
    pcmPath: string,
    startSample: number,
    sampleCount: number,
    gains: Float32Array | null,
    gainsStartFrame: number,
  ): { start: number; end: number; speaker: number }[] {
    const samples = readPcm(pcmPath, startSample, Math.min(sampleCount, WINDOW_SAMPLES))
    const window = new Float32Array(WINDOW_SAMPLES)
    window.set(gains ? applyLift(samples, startSample, gains, gainsStartFrame) : samples)
    return this.#diarization.process(window).map(({ start, end, speaker }) => ({ start, end, speaker }))
  }
}

/** Computes speaker embeddings: one unit vector for the audio of one speaker. */
export class Embedding {
  readonly #extractor: SpeakerEmbeddingExtractor

  constructor(model: string) {
    this.#extractor = new sherpa.SpeakerEmbeddingExtractor({ model, numThreads: 1 })
  }

  get dimensions(): number {
    return this.#extractor.dim
  }

  /** Embeds several runs of audio as one; null if there is too little. */
  embed(pcmPath: string, runs: readonly { startSample: number; sampleCount: number }[]): Float32Array | null {
    const stream = this.#extractor.createStream()
    let fed = 0
    for (const run of runs) {
      const samples = readPcm(pcmPath, run.startSample, run.sampleCount)
      if (samples.length === 0) continue
      stream.acceptWaveform({ sampleRate: PCM_RATE, samples })
      fed += samples.length
    }
    if (fed < MIN_SAMPLES) return null
    stream.inputFinished()
    if (!this.#extractor.isReady(stream)) return null
    const vector = Float32Array.from(this.#extractor.compute(stream, false))
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
    return Number.isFinite(length) && length > 0 ? vector.map((value) => value / length) : null
  }
}
