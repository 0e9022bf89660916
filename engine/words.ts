import { PCM_RATE } from '#core/sound/pcm'
import sherpa, { type OfflineRecognizer, type OfflineStream } from 'sherpa-onnx-node'
import type { RawRecognition } from '#core/words/decoded'
import { readPcm } from './pcm.ts'

/** sherpa drops longer input, its own padding included. */
const MAX_SAMPLES = 29.4 * PCM_RATE
/** sherpa crashes on a one-sample input; nothing shorter than 10 ms contains a word anyway. */
const MIN_SAMPLES = 160

/** A loaded recognizer. Decodes of one recognizer may run in parallel, each on a separate thread. */
export class WordRecognizer {
  readonly #recognizer: OfflineRecognizer
  readonly #tailZeros: number
  readonly #decoding = new Set<OfflineStream>()

  private constructor(recognizer: OfflineRecognizer, tailZeros: number) {
    this.#recognizer = recognizer
    this.#tailZeros = tailZeros
  }

  static async load(config: object, tailZeros: number): Promise<WordRecognizer> {
    return new WordRecognizer(await sherpa.OfflineRecognizer.createAsync(config), tailZeros)
  }

  /** Applies another config for the same files, e.g. another language. */
  configure(config: object): void {
    this.#recognizer.setConfig(config)
  }

  /** Decodes a span of a PCM file; returns empty text for a span too short to contain a word. */
  async recognize(pcmPath: string, startSample: number, sampleCount: number): Promise<RawRecognition> {
    const samples = readPcm(pcmPath, startSample, sampleCount)
    if (samples.length < MIN_SAMPLES) return { text: '', tokens: [], timestamps: [] }
    const room = Math.max(0, MAX_SAMPLES - samples.length)
    const padded = new Float32Array(
      samples.length + Math.round(Math.min(samples.length * this.#tailZeros, room)),
    )
    padded.set(samples)
    const stream = this.#recognizer.createStream()
    stream.acceptWaveform({ sampleRate: PCM_RATE, samples: padded })
    // Keeps a reference: if a stream is garbage-collected while its decode runs, the process crashes.
    this.#decoding.add(stream)
    const { text, lang, tokens, timestamps, durations, ys_log_probs } = await this.#recognizer
      .decodeAsync(stream)
      .finally(() => this.#decoding.delete(stream))
    return {
      text,
      ...(lang ? { lang: lang.replace(/^<\|(.+)\|>$/u, '$1') } : {}),
      ...(tokens ? { tokens } : {}),
      ...(timestamps ? { timestamps } : {}),
      ...(durations ? { durations } : {}),
      ...(ys_log_probs ? { ys_log_probs } : {}),
    }
  }
}
