import { PCM_RATE } from '#core/sound/pcm'
import { existsSync } from 'node:fs'
import sherpa, { type Vad } from 'sherpa-onnx-node'
import { readPcm } from './pcm.ts'

/** Silero v6 requires exactly 512 samples per call. */
const FRAME = 512
const BUFFER_SECONDS = 60

/** Finds voiced spans with Silero: fine regions for words without times. */
export class SpeechDetector {
  readonly #model: string
  #vad: { readonly key: string; readonly vad: Vad } | null = null

  constructor(model: string) {
    // sherpa does not report a missing file here: it would find no speech at all.
    if (!existsSync(model)) throw new Error(`speech detection model missing: ${model}`)
    this.#model = model
  }

  /** Voiced spans in seconds from `startSample`. */
  detect(
    pcmPath: string,
    startSample: number,
    sampleCount: number,
    settings: { threshold: number; minSilence: number; minSpeech: number },
  ): { start: number; end: number }[] {
    const vad = this.#detector(settings)
    const spans: { start: number; end: number }[] = []
    const drain = () => {
      while (!vad.isEmpty()) {
        const segment = vad.front(false)
        spans.push({
          start: segment.start / PCM_RATE,
          end: (segment.start + segment.samples.length) / PCM_RATE,
        })
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
  #detector(settings: { threshold: number; minSilence: number; minSpeech: number }): Vad {
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
