import { PCM_RATE } from '#core/sound/pcm'
import { existsSync } from 'node:fs'
import sherpa, { type Vad } from 'sherpa-onnx-node'
import { readPcm } from './pcm.ts'

/** Silero v6 requires exactly 512 samples per call. */
const FRAME = 512
const BUFFER_SECONDS = 60
/** Until sherpa-onnx 2: it counts samples in 32 bits and ends the process after 37 hours, so it starts over earlier. */
const RESTART_SAMPLES = 12 * 3_600 * PCM_RATE

interface Settings {
  readonly threshold: number
  readonly minSilence: number
  readonly minSpeech: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Finds voiced spans with Silero: fine regions for words without times. */
export class SpeechDetector {
  readonly #model: string
  readonly #restartSamples: number
  #vad: { readonly key: string; readonly vad: Vad } | null = null

  /** @param restartSamples how much sound it reads at a time; whole frames of 512 */
  constructor(model: string, restartSamples = RESTART_SAMPLES) {
    // sherpa does not report a missing file here: it would find no speech at all.
    if (!existsSync(model)) throw new Error(`speech detection model missing: ${model}`)
    this.#model = model
    this.#restartSamples = restartSamples
  }

  /** Voiced spans in seconds from `startSample`, of sound of any length. */
  detect(pcmPath: string, startSample: number, sampleCount: number, settings: Settings): Span[] {
    const spans: Span[] = []
    for (let from = 0; from < sampleCount; from += this.#restartSamples) {
      const count = Math.min(this.#restartSamples, sampleCount - from)
      const found = this.#detectPart(pcmPath, startSample + from, count, settings).map(({ start, end }) => ({
        start: (from + start) / PCM_RATE,
        end: (from + end) / PCM_RATE,
      }))
      const [before, first] = [spans.at(-1), found[0]]
      // Speech that goes on where the detector started over.
      if (before !== undefined && first !== undefined && first.start - before.end < settings.minSilence) {
        found[0] = { start: before.start, end: first.end }
        spans.pop()
      }
      spans.push(...found)
    }
    return spans
  }

  /** In samples from `startSample`. */
  #detectPart(pcmPath: string, startSample: number, sampleCount: number, settings: Settings): Span[] {
    const vad = this.#detector(settings)
    const spans: Span[] = []
    const drain = () => {
      while (!vad.isEmpty()) {
        const { start, samples } = vad.front(false)
        spans.push({ start, end: start + samples.length })
        vad.pop()
      }
    }
    const blockSamples = FRAME * 300
    for (let at = 0; at < sampleCount; at += blockSamples) {
      const samples = readPcm(pcmPath, startSample + at, Math.min(blockSamples, sampleCount - at))
      for (let frame = 0; frame < samples.length; frame += FRAME) {
        const piece = new Float32Array(FRAME)
        piece.set(samples.subarray(frame, frame + FRAME))
        vad.acceptWaveform(piece)
        drain()
      }
    }
    vad.flush()
    drain()
    return spans
  }

  /** A detector takes about 16 MB that cannot be freed, so one is kept and reset. */
  #detector(settings: Settings): Vad {
    const key = JSON.stringify(settings)
    if (this.#vad?.key === key) {
      this.#vad.vad.reset()
      return this.#vad.vad
    }
    const vad = new sherpa.Vad(
      {
        sileroVad: {
          model: this.#model,
          threshold: settings.threshold,
          minSilenceDuration: settings.minSilence,
          minSpeechDuration: settings.minSpeech,
          maxSpeechDuration: 3600,
          windowSize: FRAME,
        },
        sampleRate: PCM_RATE,
        numThreads: 1,
        provider: 'cpu',
        debug: 0,
      },
      BUFFER_SECONDS,
    )
    this.#vad = { key, vad }
    return vad
  }
}
