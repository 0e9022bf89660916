import type { Chunk } from '#core/chunks/plan'
import { cutSpeech } from '#core/recording/cut-speech'
import { PCM_RATE } from '#core/sound/pcm'
import type { SampleRange } from '#core/sound/range'
import type { EngineCaller } from '../engine-link/engine-link.ts'
import { isLostWork } from '../recognition/lost-work.ts'
import type { LiveSound } from './live-sound.ts'

/** Silero's settings for chunks (docs/engine.md 2). */
const DETECTION = { threshold: 0.35, minSilence: 0.25, minSpeech: 0.1 }

/**
 * After this many checks without growth, a source is paused or its device is gone: no sound follows for now.
 */
const STILL_LOOKS = 3

/** Speech to decode. */
export interface LiveChunk {
  readonly source: number
  readonly chunk: Chunk
  /** Sound that belongs to this chunk only. */
  readonly range: SampleRange
}

export interface LiveSourceOptions {
  readonly source: number
  readonly sound: LiveSound
  /** The computer's own sound, which microphones may pick up. */
  readonly isFar: boolean
  readonly engine: EngineCaller
  readonly signal: AbortSignal
}

/** One source of a running recording: finds speech in it. */
export class LiveSource {
  readonly source: number
  readonly sound: LiveSound
  readonly isFar: boolean
  readonly #options: LiveSourceOptions
  #openSpeech: number | null = null
  /** Everything before it is decided. */
  #openSample: number
  #takenUntil: number
  #lookedUntil: number
  #stillLooks = 0

  constructor(options: LiveSourceOptions) {
    this.#options = options
    this.source = options.source
    this.sound = options.sound
    this.isFar = options.isFar
    this.#openSample = options.sound.endSample
    this.#takenUntil = this.#openSample
    this.#lookedUntil = this.#openSample
  }

  /** Start of speech that is still going on; null if there is none. */
  get openSpeech(): number | null {
    return this.#openSpeech
  }

  /** Everything before it is decided: no longer needed once complete speech is decoded. */
  get openSample(): number {
    return this.#openSample
  }

  /** Speech completed since the last call. */
  async look(): Promise<LiveChunk[]> {
    const { sound, source } = this.#options
    await sound.follow()
    const looked = { startSample: this.#openSample, endSample: sound.endSample }
    this.#stillLooks = looked.endSample === this.#lookedUntil ? this.#stillLooks + 1 : 0
    const isOver = this.#stillLooks >= STILL_LOOKS
    if (looked.endSample === looked.startSample || (this.#stillLooks > 0 && !isOver)) return []
    const speech = await this.#detect(looked)
    const { chunks, openSample, openSpeech } = cutSpeech(speech, looked, isOver, sound.read)
    const taken = chunks.map((chunk, index): LiveChunk => {
      const startSample = Math.max(chunks[index - 1]?.endSample ?? this.#takenUntil, sound.firstSample)
      const endSample = chunks[index + 1]?.startSample ?? looked.endSample
      return { source, chunk, range: { startSample, endSample } }
    })
    this.#takenUntil = chunks.at(-1)?.endSample ?? this.#takenUntil
    this.#openSample = openSample
    this.#openSpeech = openSpeech
    this.#lookedUntil = looked.endSample
    return taken
  }

  async #detect({ startSample, endSample }: SampleRange): Promise<SampleRange[]> {
    const { sound, engine, signal } = this.#options
    const sampleCount = endSample - startSample
    const request = {
      kind: 'detect' as const,
      pcmPath: sound.path,
      startSample: startSample - sound.firstSample,
      sampleCount,
      ...DETECTION,
    }
    try {
      const spans = await engine.call(request, { signal, soundSeconds: sampleCount / PCM_RATE })
      const inSound = (seconds: number): number =>
        Math.min(endSample, startSample + Math.round(seconds * PCM_RATE))
      return spans
        .map(({ start, end }) => ({ startSample: inSound(start), endSample: inSound(end) }))
        .filter((one) => one.startSample < one.endSample)
    } catch (error) {
      // The engine failed on it twice: treat it as speech, so that no text is missing.
      if (isLostWork(error)) return [{ startSample, endSample }]
      throw error
    }
  }
}
