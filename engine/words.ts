import { PCM_RATE } from '#core/sound/pcm'
import sherpa, { type OfflineRecognizer, type OfflineStream } from 'sherpa-onnx-node'
import type { RawRecognition } from '#core/words/decoded'
import { makeWithHotwords } from './hotwords.ts'
import { readPcm } from './pcm.ts'

/** sherpa drops longer input, including its own padding. */
const MAX_SAMPLES = 29.4 * PCM_RATE
/** sherpa crashes on a one-sample input; nothing shorter than 10 ms contains a word anyway. */
const MIN_SAMPLES = 160
/** sherpa ends a text of Whisper after this many tokens for each whole second, zeros included. */
const MAX_TOKENS_PER_SECOND = 6
/** A text within this many tokens of the limit may have been cut. */
const NEAR_LIMIT = 3

/** Zeros around each span. */
export interface Padding {
  /** At its end, as a share of its length. */
  readonly tailZeros: number
  /** At its end, s, unless its text comes near sherpa's limit; absent: always `tailZeros`. */
  readonly shortTailSeconds?: number
  /** Before it, s; result times do not include them. */
  readonly leadingSeconds: number
}

/** A loaded recognizer. Decodes of one recognizer may run in parallel, each on a separate thread. */
export class WordRecognizer {
  readonly #recognizer: OfflineRecognizer
  #padding: Padding
  readonly #decoding = new Set<OfflineStream>()

  private constructor(recognizer: OfflineRecognizer, padding: Padding) {
    this.#recognizer = recognizer
    this.#padding = padding
  }

  static async load(config: object, padding: Padding): Promise<WordRecognizer> {
    const made = await makeWithHotwords(config, (given) => sherpa.OfflineRecognizer.createAsync(given))
    return new WordRecognizer(made, padding)
  }

  /** Applies another config for the same files, e.g. another language, and the short tail it allows. */
  configure(config: object, { shortTailSeconds }: Pick<Padding, 'shortTailSeconds'>): void {
    this.#recognizer.setConfig(config)
    const { tailZeros, leadingSeconds } = this.#padding
    this.#padding = {
      tailZeros,
      leadingSeconds,
      ...(shortTailSeconds === undefined ? {} : { shortTailSeconds }),
    }
  }

  /** Decodes a span of a PCM file; returns empty text for a span too short to contain a word. */
  async recognize(pcmPath: string, startSample: number, sampleCount: number): Promise<RawRecognition> {
    const samples = readPcm(pcmPath, startSample, sampleCount)
    if (samples.length < MIN_SAMPLES) return { text: '', tokens: [], timestamps: [] }
    const { tailZeros, leadingSeconds, shortTailSeconds = Infinity } = this.#padding
    const leading = Math.round(leadingSeconds * PCM_RATE)
    const room = Math.max(0, MAX_SAMPLES - samples.length - leading)
    const tail = Math.round(Math.min(samples.length * tailZeros, room))
    const shortTail = Math.round(shortTailSeconds * PCM_RATE)
    if (shortTail < tail) {
      const result = await this.#decode(samples, leading, shortTail)
      const seconds = Math.floor((leading + samples.length + shortTail) / PCM_RATE)
      const limit = seconds * MAX_TOKENS_PER_SECOND
      if ((result.tokens?.length ?? 0) < limit - NEAR_LIMIT) return result
    }
    return this.#decode(samples, leading, tail)
  }

  async #decode(samples: Float32Array, leading: number, tail: number): Promise<RawRecognition> {
    const padded = new Float32Array(leading + samples.length + tail)
    padded.set(samples, leading)
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
      ...(timestamps ? { timestamps: withoutLeading(timestamps, leading / PCM_RATE) } : {}),
      ...(durations ? { durations } : {}),
      ...(ys_log_probs ? { ys_log_probs } : {}),
    }
  }
}

/** Times relative to the start of the span itself. */
export function withoutLeading(timestamps: number[], leadingSeconds: number): number[] {
  return leadingSeconds === 0 ? timestamps : timestamps.map((time) => Math.max(0, time - leadingSeconds))
}
