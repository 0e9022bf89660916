import type { LiveDraftText } from '#contracts/sound-wire'
import { PCM_RATE } from '#core/sound/pcm'
import type { SampleRange } from '#core/sound/range'
import type { LiveSource } from './live-source.ts'
import type { LiveSound } from './live-sound.ts'

/** Shorter speech gives no useful text, and is often over by then. */
const MIN_SAMPLES = 1.5 * PCM_RATE
const EVERY_MS = 1_500
/** A streaming model reads only new sound. */
const EVERY_STREAMED_MS = 500
/** Maximum share of the time spent on drafts, so that complete passages seldom wait for one. */
const MAX_SHARE = 0.2

export interface LiveDraftsOptions {
  /** Recognizes unfinished speech; null: no text can be shown. */
  readonly decode: (range: SampleRange, sound: LiveSound) => Promise<string | null>
  /** Whether the model continues where it was; others decode the whole range each time. */
  readonly isStreamed: () => boolean
  /** In ms, monotonic. */
  readonly now: () => number
}

/** Decodes unfinished speech from time to time while nothing else is to be decoded. */
export class LiveDrafts {
  readonly #options: LiveDraftsOptions
  #nextAtMs = 0

  constructor(options: LiveDraftsOptions) {
    this.#options = options
  }

  /** The source for which a draft is due; null if none is due, or nobody speaks. */
  due(sources: readonly LiveSource[]): LiveSource | null {
    if (this.#options.now() < this.#nextAtMs) return null
    return (
      sources
        .filter((one) => lengthOf(one) >= MIN_SAMPLES)
        .toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? null
    )
  }

  /** Null if no text can be shown. */
  async make({ source, sound, openSpeech }: LiveSource): Promise<LiveDraftText | null> {
    const { decode, isStreamed, now } = this.#options
    const beganAtMs = now()
    const startSample = openSpeech ?? 0
    const text = await decode({ startSample, endSample: sound.endSample }, sound)
    const tookMs = now() - beganAtMs
    this.#nextAtMs = beganAtMs + Math.max(isStreamed() ? EVERY_STREAMED_MS : EVERY_MS, tookMs / MAX_SHARE)
    return text === null || text === ''
      ? null
      : { source, startMs: Math.round((startSample * 1_000) / PCM_RATE), text }
  }
}

const lengthOf = ({ openSpeech, sound }: LiveSource): number =>
  openSpeech === null ? 0 : sound.endSample - openSpeech
