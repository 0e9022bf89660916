import { PCM_RATE } from '#core/sound/pcm'
import type { LiveFeed } from '../recording/live-feed.ts'
import type { LiveChunk, LiveSource } from './live-source.ts'
import type { LiveSound } from './live-sound.ts'

/** Further behind the screen says that text follows, until it has caught up. */
const BEHIND_MS = 15_000
const CAUGHT_UP_MS = 5_000
/** Further behind, what waits is left out, so that text is of now again. */
const LEFT_OUT_MS = 60_000
/** After so many times without having followed for a while in between, this computer is too slow. */
const MOST_TIMES_LEFT_OUT = 3
const FOLLOWED_WELL_MS = 120_000

export interface LiveTextOptions {
  readonly feed: LiveFeed
  readonly sources: readonly LiveSource[]
  /** Null: its text is left out. */
  readonly decode: (chunk: LiveChunk, sound: LiveSound) => Promise<string | null>
  /** In ms, never going back. */
  readonly now: () => number
  readonly onChange: () => void
  /** It can go on no more; not called after `close`. */
  readonly onFailed: (error: unknown) => void
}

/**
 * Text of one running recording: looks for speech in what was written, and decodes it one passage after the other, in
 * the order in which it ended. The recording never waits for it.
 */
export class LiveText {
  readonly #options: LiveTextOptions
  readonly #feed: LiveFeed
  readonly #waiting: LiveChunk[] = []
  #decoding: LiveChunk | null = null
  #round: Promise<void> | null = null
  #lookedAtMs: number
  #timesLeftOut = 0
  #followedSinceMs: number | null = null
  #isClosed = false

  constructor(options: LiveTextOptions) {
    this.#options = options
    this.#feed = options.feed
    this.#lookedAtMs = options.now()
  }

  /**
   * Looks at the time, and for new sound unless that is going on; called a few times a second. Resolves once it has
   * looked; what is complete is decoded afterwards.
   */
  async tick(): Promise<void> {
    if (this.#isClosed) return
    this.#judge()
    this.#round ??= this.#look()
      .catch((error: unknown) => this.#fail(error))
      .finally(() => (this.#round = null))
    await this.#round
  }

  /** Nothing is read any more once this resolves; calls of the engine are aborted before. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#waiting.length = 0
    await this.#round
  }

  async #look(): Promise<void> {
    const { sources, now } = this.#options
    for (const live of sources) {
      const chunks = await live.look()
      if (this.#isClosed) return
      for (const { source, chunk } of chunks)
        this.#feed.spoken.push(...chunk.regions.map((region) => ({ source, ...timesOf(region) })))
      if (this.#feed.state === 'given-up') await live.sound.forget(live.openSample)
      else this.#waiting.push(...chunks)
      if (chunks.length > 0) this.#options.onChange()
      if (!this.#needs(live)) await live.sound.forget(live.openSample)
    }
    this.#lookedAtMs = now()
    void this.#decodeWaiting().catch((error: unknown) => this.#fail(error))
  }

  #needs({ source }: LiveSource): boolean {
    return this.#decoding?.source === source || this.#waiting.some((one) => one.source === source)
  }

  async #decodeWaiting(): Promise<void> {
    if (this.#decoding !== null) return
    for (;;) {
      const next = this.#takeFirst()
      const sound = this.#options.sources.find(({ source }) => source === next?.source)?.sound
      if (next === null || sound === undefined || this.#isClosed) return
      this.#decoding = next
      try {
        const text = await this.#options.decode(next, sound)
        if (this.#isClosed) return
        if (text !== '') this.#addLine(next.source, timesOf(next.chunk), text)
      } finally {
        this.#decoding = null
      }
      this.#options.onChange()
    }
  }

  /** What ended first. */
  #takeFirst(): LiveChunk | null {
    const first = this.#waiting.reduce<LiveChunk | null>(
      (best, one) => (best === null || one.chunk.endSample < best.chunk.endSample ? one : best),
      null,
    )
    if (first !== null) this.#waiting.splice(this.#waiting.indexOf(first), 1)
    return first
  }

  #judge(): void {
    const { now, onChange } = this.#options
    const feed = this.#feed
    if (feed.state === 'given-up' || feed.state === 'failed') return
    const before = { state: feed.state, seconds: Math.floor(feed.lagMs / 1_000) }
    feed.lagMs = this.#lagMs()
    if (feed.lagMs > LEFT_OUT_MS && this.#waiting.length > 0) this.#leaveOut()
    else if (feed.lagMs > BEHIND_MS) feed.state = 'behind'
    else if (feed.state !== 'behind' || feed.lagMs < CAUGHT_UP_MS) feed.state = 'following'
    if (feed.state !== 'following') this.#followedSinceMs = null
    else {
      this.#followedSinceMs ??= now()
      if (now() - this.#followedSinceMs > FOLLOWED_WELL_MS) this.#timesLeftOut = 0
    }
    if (before.state !== feed.state || before.seconds !== Math.floor(feed.lagMs / 1_000)) onChange()
  }

  /** How long ago the oldest speech ended that is not decoded, or sound was looked at. */
  #lagMs(): number {
    const { sources, now } = this.#options
    const open = this.#decoding === null ? this.#waiting : [this.#decoding, ...this.#waiting]
    const behind = open.map(({ source, chunk }) => {
      const endSample = sources.find((one) => one.source === source)?.sound.endSample ?? chunk.endSample
      return ((endSample - chunk.endSample) * 1_000) / PCM_RATE
    })
    return Math.round(Math.max(0, now() - this.#lookedAtMs) + Math.max(0, ...behind))
  }

  /** Speech that waits gets no text before Stop. */
  #leaveOut(): void {
    const feed = this.#feed
    this.#timesLeftOut += 1
    feed.state = this.#timesLeftOut >= MOST_TIMES_LEFT_OUT ? 'given-up' : 'behind'
    for (const { source } of this.#options.sources) {
      const own = this.#waiting.filter((one) => one.source === source)
      const [first, last] = [own[0], own.at(-1)]
      if (first === undefined || last === undefined) continue
      this.#addLine(source, { ...timesOf(first.chunk), endMs: timesOf(last.chunk).endMs }, null)
    }
    this.#waiting.length = 0
  }

  #addLine(source: number, times: { startMs: number; endMs: number }, text: string | null): void {
    const { lines } = this.#feed
    lines.push({ id: `live-${lines.length}`, source, ...times, text })
  }

  #fail(error: unknown): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#waiting.length = 0
    this.#options.onFailed(error)
  }
}

function timesOf(range: { readonly startSample: number; readonly endSample: number }): {
  startMs: number
  endMs: number
} {
  const ms = (sample: number): number => Math.round((sample * 1_000) / PCM_RATE)
  return { startMs: ms(range.startSample), endMs: ms(range.endSample) }
}
