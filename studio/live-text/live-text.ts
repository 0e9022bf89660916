import { PCM_RATE } from '#core/sound/pcm'
import { withoutLiveEcho } from '#core/tracks/live-echo'
import type { DecodedLine, LiveWord } from '#core/live-text/live-record'
import { lineText } from '#core/live-text/live-record'
import type { Word } from '#core/transcript/transcript'
import type { LiveFeed } from '../recording/live-feed.ts'
import type { LiveDrafts } from './live-drafts.ts'
import type { LiveChunk, LiveSource } from './live-source.ts'
import type { LiveSound } from './live-sound.ts'

/** Lag beyond which the screen shows that the text is behind, until it has caught up. */
const BEHIND_MS = 15_000
const CAUGHT_UP_MS = 5_000
/** Lag beyond which waiting speech is skipped, so that the text is current again. */
const LEFT_OUT_MS = 60_000
/** After skipping this often without keeping up for a while in between, this computer is too slow. */
const MAX_TIMES_LEFT_OUT = 3
const FOLLOWED_WELL_MS = 120_000
/** How long words of the computer's own sound are kept for comparison; a passage is shorter. */
const FAR_MS = 60_000

export interface LiveTextOptions {
  readonly feed: LiveFeed
  readonly sources: readonly LiveSource[]
  /** Null: its text is left out. */
  readonly decode: (chunk: LiveChunk, sound: LiveSound) => Promise<readonly Word[] | null>
  /** ISO 639-1, or `auto`: used to find sentence ends. */
  readonly language: string
  /** The language of the last decode; default: `language`. */
  readonly foundLanguage?: () => string
  /** In ms, monotonic. */
  readonly now: () => number
  readonly onChange: () => void
  /** Text of unfinished speech, while nothing is behind; default: none. */
  readonly drafts?: LiveDrafts
  /** A line was added; lines never change. */
  readonly onLine?: (line: DecodedLine) => void
  /** It cannot continue; not called after `close`. */
  readonly onFailed: (error: unknown) => void
}

/**
 * Text of one running recording: finds speech in the written sound, and decodes one passage at a time, in the
 * order in which they ended. The recording never waits for it.
 */
export class LiveText {
  readonly #options: LiveTextOptions
  readonly #feed: LiveFeed
  readonly #waiting: LiveChunk[] = []
  #decoding: LiveChunk | null = null
  #isDrafting = false
  #round: Promise<void> | null = null
  #lookedAtMs: number
  #timesLeftOut = 0
  #followedSinceMs: number | null = null
  #isClosed = false
  /** Words of the computer's own sound in the last minute. */
  #far: readonly Word[] = []

  constructor(options: LiveTextOptions) {
    this.#options = options
    this.#feed = options.feed
    this.#lookedAtMs = options.now()
  }

  /**
   * Checks the time, and looks for new sound unless that is in progress; called a few times a second.
   * Resolves after looking; complete speech is decoded afterwards.
   */
  async tick(): Promise<void> {
    if (this.#isClosed) return
    this.#judge()
    this.#round ??= this.#look()
      .catch((error: unknown) => this.#fail(error))
      .finally(() => (this.#round = null))
    await this.#round
  }

  /** Once this resolves, nothing is read any more; calls of the engine are aborted first. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#waiting.length = 0
    await this.#round
  }

  async #look(): Promise<void> {
    const { sources, now } = this.#options
    const found: LiveChunk[] = []
    for (const live of sources) {
      found.push(...(await live.look()))
      if (this.#isClosed) return
    }
    const hasGivenUp = this.#feed.state === 'given-up'
    for (const one of found) if (hasGivenUp || !this.#mayEcho(one.source)) this.#addSpoken(one)
    if (!hasGivenUp) this.#waiting.push(...found)
    if (found.length > 0) this.#options.onChange()
    this.#dropDraft()
    for (const live of sources) if (!this.#needs(live)) await live.sound.forget(live.openSample)
    this.#lookedAtMs = now()
    void this.#decodeWaiting().catch((error: unknown) => this.#fail(error))
  }

  #needs({ source }: LiveSource): boolean {
    return (
      this.#isDrafting ||
      this.#decoding?.source === source ||
      this.#waiting.some((one) => one.source === source)
    )
  }

  async #decodeWaiting(): Promise<void> {
    if (this.#decoding !== null || this.#isDrafting) return
    for (;;) {
      const next = this.#takeFirst()
      if (this.#isClosed || (next === null && !(await this.#draft()))) return
      const sound = this.#options.sources.find(({ source }) => source === next?.source)?.sound
      if (next === null || sound === undefined) continue
      this.#decoding = next
      try {
        const words = await this.#options.decode(next, sound)
        if (this.#isClosed) return
        this.#take(next, words)
      } finally {
        this.#decoding = null
      }
      this.#options.onChange()
    }
  }

  /** Decodes unfinished speech; false if none is due. */
  async #draft(): Promise<boolean> {
    const { drafts, sources, onChange } = this.#options
    const feed = this.#feed
    if (feed.state !== 'following' || this.#waiting.length > 0) return false
    // Whether a microphone picked up the computer's own sound is known only afterwards.
    const speaking = drafts?.due(sources.filter(({ source }) => !this.#mayEcho(source))) ?? null
    if (drafts === undefined || speaking === null) return false
    this.#isDrafting = true
    try {
      const draft = await drafts.make(speaking)
      if (draft !== null && !this.#isClosed) feed.draft = draft
    } finally {
      this.#isDrafting = false
    }
    if (!this.#isClosed) onChange()
    return true
  }

  /** Speech that turned out to be none has no line. */
  #dropDraft(): void {
    const { draft } = this.#feed
    if (draft === null || this.#isDrafting) return
    const live = this.#options.sources.find(({ source }) => source === draft.source)
    if (live?.openSpeech === null && !this.#needs(live)) this.#feed.draft = null
  }

  #take(decoded: LiveChunk, words: readonly Word[] | null): void {
    const { source, chunk } = decoded
    if (this.#feed.draft?.source === source) this.#feed.draft = null
    const { sources, language } = this.#options
    const mayEcho = this.#mayEcho(source)
    const own = mayEcho && words !== null ? withoutLiveEcho(words, this.#far, language) : words
    const isEcho = own?.length === 0 && words?.length !== 0
    if (mayEcho && !isEcho) this.#addSpoken(decoded)
    if (words !== null && sources.some((one) => one.source === source && one.isFar)) {
      const fromMs = timesOf(chunk).endMs - FAR_MS
      this.#far = [...this.#far.filter(({ startMs }) => startMs > fromMs), ...words].toSorted(
        (a, b) => a.startMs - b.startMs,
      )
    }
    if (own === null || own.length > 0) this.#addLine(source, timesOf(chunk), own)
  }

  /** Whether a source may have picked up the computer's own sound. */
  #mayEcho(source: number): boolean {
    const { sources } = this.#options
    return sources.some(({ isFar }) => isFar) && sources.some((one) => one.source === source && !one.isFar)
  }

  /**
   * The passage that ended first. One that a microphone may have picked up waits for what the computer played
   * at that time, to compare with.
   */
  #takeFirst(): LiveChunk | null {
    const far = this.#options.sources.filter(({ isFar }) => isFar)
    const isReady = ({ source, chunk }: LiveChunk): boolean =>
      !this.#mayEcho(source) ||
      (far.every(({ openSpeech }) => openSpeech === null || openSpeech >= chunk.endSample) &&
        !this.#waiting.some((one) => !this.#mayEcho(one.source) && one.chunk.startSample < chunk.endSample))
    const first = this.#waiting
      .filter(isReady)
      .reduce<LiveChunk | null>(
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
    if (feed.state !== 'following') feed.draft = null
    if (feed.state !== 'following') this.#followedSinceMs = null
    else {
      this.#followedSinceMs ??= now()
      if (now() - this.#followedSinceMs > FOLLOWED_WELL_MS) this.#timesLeftOut = 0
    }
    if (before.state !== feed.state || before.seconds !== Math.floor(feed.lagMs / 1_000)) onChange()
  }

  /** Time since the end of the oldest undecoded speech, or since sound was last searched. */
  #lagMs(): number {
    const { sources, now } = this.#options
    const open = this.#decoding === null ? this.#waiting : [this.#decoding, ...this.#waiting]
    const behind = open.map(({ source, chunk }) => {
      const endSample = sources.find((one) => one.source === source)?.sound.endSample ?? chunk.endSample
      return ((endSample - chunk.endSample) * 1_000) / PCM_RATE
    })
    return Math.round(Math.max(0, now() - this.#lookedAtMs) + Math.max(0, ...behind))
  }

  /** Waiting speech gets no text before Stop. */
  #leaveOut(): void {
    const feed = this.#feed
    this.#timesLeftOut += 1
    feed.state = this.#timesLeftOut >= MAX_TIMES_LEFT_OUT ? 'given-up' : 'behind'
    for (const one of this.#waiting) if (this.#mayEcho(one.source)) this.#addSpoken(one)
    for (const { source } of this.#options.sources) {
      const own = this.#waiting.filter((one) => one.source === source)
      const [first, last] = [own[0], own.at(-1)]
      if (first === undefined || last === undefined) continue
      this.#addLine(source, { ...timesOf(first.chunk), endMs: timesOf(last.chunk).endMs }, null)
    }
    this.#waiting.length = 0
  }

  #addSpoken({ source, chunk }: LiveChunk): void {
    this.#feed.spoken.push(...chunk.regions.map((region) => ({ source, ...timesOf(region) })))
  }

  #addLine(source: number, times: { startMs: number; endMs: number }, own: readonly Word[] | null): void {
    const { lines } = this.#feed
    const { onLine, language, foundLanguage = () => language } = this.#options
    const words = own?.map(liveWord) ?? null
    const line = { id: `live-${lines.length}`, source, ...times, language: foundLanguage(), words }
    lines.push({ ...line, text: lineText(line) })
    onLine?.(line)
  }

  #fail(error: unknown): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#waiting.length = 0
    this.#options.onFailed(error)
  }
}

function liveWord({ before, text, startMs, endMs, confidence }: Word): LiveWord {
  return { before, text, startMs, endMs, confidence }
}

function timesOf(range: { readonly startSample: number; readonly endSample: number }): {
  startMs: number
  endMs: number
} {
  const ms = (sample: number): number => Math.round((sample * 1_000) / PCM_RATE)
  return { startMs: ms(range.startSample), endMs: ms(range.endSample) }
}
