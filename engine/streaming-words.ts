import { setImmediate } from 'node:timers/promises'
import { PCM_RATE } from '#core/sound/pcm'
import sherpa, { type OnlineRecognizer, type OnlineStream } from 'sherpa-onnx-node'
import type { RawRecognition } from '#core/words/decoded'
import { makeWithHotwords } from './hotwords.ts'
import { readPcm } from './pcm.ts'
import { type Padding, withoutLeading } from './words.ts'

/** Sound is fed in pieces of this length; the process answers other messages in between. */
const PIECE_SAMPLES = PCM_RATE
/** After the end of the sound, the model needs its look-ahead: 1.12 s for the longest known. */
const TAIL_SECONDS = 1.6
const MIN_SAMPLES = 160

interface StreamingConfig {
  readonly modelConfig: {
    /** Set on each stream, such as the language. */
    readonly streamOptions?: Readonly<Record<string, string>>
  }
}

/** A loaded recognizer that reads sound incrementally; a span is read like a complete recording. */
export class StreamingRecognizer {
  readonly #recognizer: OnlineRecognizer
  readonly #leadingSeconds: number
  #options: Readonly<Record<string, string>> = {}
  /** A growing span, and how much of it has been read, in samples. */
  #open: { readonly name: string; readonly stream: OnlineStream; fed: number } | null = null

  private constructor(
    recognizer: OnlineRecognizer,
    { leadingSeconds }: Padding,
    options: Readonly<Record<string, string>>,
  ) {
    this.#recognizer = recognizer
    this.#leadingSeconds = leadingSeconds
    this.#options = options
  }

  /** Blocks while the model is loaded. Until sherpa-onnx 2: a damaged model ends the process, so each has its own. */
  static async load(config: object, padding: Padding): Promise<StreamingRecognizer> {
    const { streamOptions, ...modelConfig } = (config as StreamingConfig).modelConfig
    // Endpoint detection would start a new text.
    const whole = { ...config, modelConfig, enableEndpoint: 0 }
    const made = await makeWithHotwords(whole, (given) => new sherpa.OnlineRecognizer(given))
    return new StreamingRecognizer(made, padding, streamOptions ?? {})
  }

  /** Applies new stream options, e.g. another language; anything else requires loading again. */
  configure(config: object): void {
    this.#options = (config as StreamingConfig).modelConfig.streamOptions ?? {}
    this.#open = null
  }

  /** Decodes a span of a PCM file; returns empty text for a span too short to contain a word. */
  async recognize(pcmPath: string, startSample: number, sampleCount: number): Promise<RawRecognition> {
    const samples = readPcm(pcmPath, startSample, sampleCount)
    if (samples.length < MIN_SAMPLES) return { text: '', tokens: [], timestamps: [] }
    const stream = this.#createStream()
    const leading = Math.round(this.#leadingSeconds * PCM_RATE)
    const padded = new Float32Array(leading + samples.length + Math.round(TAIL_SECONDS * PCM_RATE))
    padded.set(samples, leading)
    await this.#feed(stream, padded)
    stream.inputFinished()
    while (this.#recognizer.isReady(stream)) this.#recognizer.decode(stream)
    return this.#resultOf(stream)
  }

  /**
   * The text so far of a growing span: reads only what was added since the last call with the same start.
   * Omits what needs more sound to be decoded.
   */
  async readOn(pcmPath: string, startSample: number, sampleCount: number): Promise<RawRecognition> {
    const name = `${startSample} ${pcmPath}`
    if (this.#open === null || this.#open.name !== name || this.#open.fed > sampleCount) {
      const stream = this.#createStream()
      await this.#feed(stream, new Float32Array(Math.round(this.#leadingSeconds * PCM_RATE)))
      this.#open = { name, stream, fed: 0 }
    }
    const open = this.#open
    const samples = readPcm(pcmPath, startSample + open.fed, sampleCount - open.fed)
    open.fed += samples.length
    await this.#feed(open.stream, samples)
    return this.#resultOf(open.stream)
  }

  #createStream(): OnlineStream {
    const stream = this.#recognizer.createStream()
    // sherpa does not treat an empty option as "detect".
    for (const [key, value] of Object.entries(this.#options)) if (value !== '') stream.setOption(key, value)
    return stream
  }

  async #feed(stream: OnlineStream, samples: Float32Array): Promise<void> {
    for (let at = 0; at < samples.length; at += PIECE_SAMPLES) {
      // A copy: sherpa keeps no reference to a view of other sound.
      stream.acceptWaveform({ sampleRate: PCM_RATE, samples: samples.slice(at, at + PIECE_SAMPLES) })
      while (this.#recognizer.isReady(stream)) this.#recognizer.decode(stream)
      await setImmediate()
    }
  }

  #resultOf(stream: OnlineStream): RawRecognition {
    const { text, tokens, timestamps, ys_probs } = this.#recognizer.getResult(stream)
    return {
      text,
      ...(tokens ? { tokens } : {}),
      ...(timestamps ? { timestamps: withoutLeading(timestamps, this.#leadingSeconds) } : {}),
      ...(ys_probs && ys_probs.length > 0 ? { ys_log_probs: ys_probs } : {}),
    }
  }
}
