import type { WireError } from '#contracts/errors'
import { FRAMES_PER_MS } from '#core/recording/block'
import { blockToBytes } from '#core/recording/block-bytes'
import { nextPartTitle } from '#core/recording/part-title'
import type { SteadyClock } from '#core/recording/steady-clock'
import type { ProgramLanguage } from '#core/messages/messages'
import { CallFailed } from '../../rpc/call-failed.ts'
import type { ConnectSound } from '../../rpc/sound-connection.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import type { CapturedSound } from '../capture/capture-messages.ts'
import { BlockQueue } from '../sending/block-queue.ts'
import type { BlockStorage } from '../sending/kept-block.ts'
import { type LinkNews, SoundLink, type SafeSources } from '../sending/sound-link.ts'
import { liveTextHas, takeLiveText } from './live-text-store.ts'
import type { StartOptions } from '../sending/kept-block.ts'
import {
  isEnding,
  nextStep,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
} from './session-machine.ts'

/** Bytes of a millisecond of one source. */
const BYTES_PER_MS = FRAMES_PER_MS * 2
const LOOK_EVERY_MS = 100
/** The last sound before Stop comes within this. */
const MOST_CAPTURE_WAIT_MS = 1_000
const START_AGAIN_MS = 1_000
/** A block is shorter. */
const LAST_BLOCK_MS = 100
/** How the recording ended is told over its channel, at once after the answer to Stop. */
const MOST_NEWS_WAIT_MS = 1_000

/** A recording that the studio makes of the page's sound. */
export interface SessionPart {
  readonly runningId: string
  readonly title: string
  /** The zero of its clock. */
  readonly startedAtMs: number
  /** 1 for the first; later ones take what the studio had closed the one before without. */
  readonly number: number
  /** Sound of this page that it begins with. */
  readonly keptMs: number
}

export type SessionEnd =
  | { readonly how: 'asked' | 'disk-full' | 'elsewhere' }
  /** What is kept stays in the browser: `keptMs` of sound. */
  | { readonly how: 'kept'; readonly keptMs: number }
  /** It never began. */
  | { readonly how: 'failed'; readonly error: unknown }
  /** All that an earlier page had kept was given; the recording goes on. */
  | { readonly how: 'delivered' }

export interface SessionOptions {
  readonly studio: StudioClient
  readonly language: () => ProgramLanguage
  readonly clock: SteadyClock
  readonly connect: ConnectSound
  readonly storage: BlockStorage | null
  readonly options: StartOptions
  /** The zero of its clock. */
  readonly startedAtMs: number
  /** A recording that the studio has already. */
  readonly runningId: string | null
  readonly library: string | null
  /** The input of each source; none where only what is kept is given. */
  readonly inputs: readonly number[]
  /** The number that the next block of each source has. */
  readonly nextSequences: readonly number[]
  /** Distinguishes this page's count of frames from that of a page before it. */
  readonly run: number
  /** Whether this sound is wanted: none is while the recording is paused. */
  readonly isWanted: (atMs: number) => boolean
  readonly onTaken: (source: number, atMs: number, peak: number) => void
  readonly onPart: (part: SessionPart) => void
  readonly onConnected: (isConnected: boolean) => void
  readonly onSafe: (safeMs: number) => void
  readonly onDiskLow: (minutes: number) => void
  /** Nothing can be written for now; null: it can again. */
  readonly onFailing: (error: WireError | null) => void
  /** The studio cannot make a recording now; it is asked again, and all sound is kept meanwhile. */
  readonly onError: (error: unknown) => void
}

/**
 * One recording of this page, whose states are in session-machine.ts. Its sound is in one queue from Record until it is on
 * disk, whichever studio and however many recordings it takes.
 */
export class RecordingSession {
  /** Resolves once it is over. */
  readonly ended: Promise<SessionEnd>
  readonly #options: SessionOptions
  readonly #queue: BlockQueue
  readonly #link: SoundLink
  readonly #sequences: number[]
  /** The last time for which each source has given its sound. */
  readonly #givenUpTo: number[]
  #state: SessionState
  #runningId: string | null
  #title: string
  #parts: number
  /** Sound from this time on is left out: the recording was stopped. */
  #endMs = Infinity
  #safeMs = 0
  /** What is kept follows what the studio has. */
  #mayFollow: boolean
  #describing: Promise<void> = Promise.resolve()
  #how: SessionEnd = { how: 'asked' }
  #heardEnd = Promise.withResolvers<void>()
  readonly #resolve: (end: SessionEnd) => void

  constructor(options: SessionOptions) {
    const { runningId, nextSequences, inputs, storage, onError } = options
    this.#options = options
    this.#runningId = runningId
    this.#title = options.options.title
    this.#parts = runningId === null ? 0 : 1
    this.#state = runningId === null ? 'starting' : 'attaching'
    this.#sequences = [...nextSequences]
    this.#mayFollow = runningId === null || inputs.length === 0
    this.#givenUpTo = inputs.map(() => -Infinity)
    const { promise, resolve } = Promise.withResolvers<SessionEnd>()
    this.ended = promise
    this.#resolve = resolve
    this.#queue = new BlockQueue({ storage, sources: Math.max(1, nextSequences.length), onError })
    this.#link = new SoundLink({
      ...options,
      queue: this.#queue,
      kept: () => this.#kept(),
      onConnected: (isConnected) => this.#connected(isConnected),
      onSafe: (sources) => this.#safe(sources),
      hasLive: liveTextHas,
      onLive: takeLiveText,
      onNews: (news) => this.#news(news),
    })
  }

  get runningId(): string | null {
    return this.#runningId
  }

  /** Sound that is not on disk yet, as ms of one source. */
  get keptMs(): number {
    return Math.round(this.#queue.keptBytes / BYTES_PER_MS / Math.max(1, this.#sequences.length))
  }

  /** Begins: asks the studio for a recording, or goes on with the one it has. */
  begin(): void {
    this.#describe()
    this.#perform(this.#runningId === null ? 'start' : 'attach')
  }

  /** Takes over what an earlier page stored; before `begin`. */
  async takeStored(): Promise<void> {
    await this.#queue.takeStored()
  }

  take({ input, samples, firstFrame, endWallMs, peak }: CapturedSound): void {
    const source = this.#options.inputs.indexOf(input)
    if (source === -1) return
    const endMs = this.#options.clock.ofWall(endWallMs)
    const atMs = endMs - samples.length / FRAMES_PER_MS
    this.#givenUpTo[source] = endMs
    if (atMs >= this.#endMs || endMs <= this.#options.startedAtMs || !this.#options.isWanted(atMs)) return
    this.#options.onTaken(source, atMs, peak)
    const sequence = this.#sequences[source] ?? 0
    this.#sequences[source] = sequence + 1
    const { run } = this.#options
    const bytes = blockToBytes({ source, run, firstFrame, atMs, samples, sequence })
    this.#link.add({ source, sequence, atMs, bytes })
  }

  /** Final, whether the studio can be reached or not: it is told as soon as it can. */
  stop(atMs: number): void {
    if (!isEnding(this.#state)) this.#endMs = atMs
    this.#dispatch({ kind: 'stop' })
  }

  /**
   * What a studio that was killed may go on from without a seam: blocks that follow those which it had. The first ones of a
   * page that goes on after another do not.
   */
  #kept(): { source: number; sequence: number }[] {
    if (!this.#mayFollow) return []
    return this.#sequences.flatMap((_, source) => {
      const sequence = this.#queue.firstOf(source)
      return sequence === null ? [] : [{ source, sequence }]
    })
  }

  #dispatch(event: SessionEvent): void {
    const { state, effects } = nextStep(this.#state, event)
    this.#state = state
    for (const effect of effects) this.#perform(effect)
  }

  #perform(effect: SessionEffect): void {
    switch (effect) {
      case 'start':
        void this.#start()
        break
      case 'start-later':
        setTimeout(() => void this.#start(), START_AGAIN_MS)
        break
      case 'attach':
        if (this.#runningId !== null) this.#link.attach(this.#runningId)
        break
      case 'detach':
        this.#link.detach()
        this.#queue.setAway(true)
        break
      case 'end-sound':
        this.#endMs = Math.min(this.#endMs, this.#options.clock.now())
        this.#describe()
        break
      case 'settle':
        void this.#settle()
        break
      case 'call-stop':
        void this.#callStop()
        break
      case 'finish':
        void this.#finish()
        break
      case 'keep':
        void this.#keep()
        break
      case 'fail':
        this.#link.detach()
        void this.#finish()
    }
  }

  async #start(): Promise<void> {
    const { studio, options, startedAtMs } = this.#options
    const isFirst = this.#parts === 0
    const keptMs = this.keptMs
    const atMs = isFirst ? startedAtMs : (this.#queue.oldestAtMs ?? this.#options.clock.now())
    const title = isFirst ? options.title : nextPartTitle(this.#title)
    const firstSequences = this.#sequences.map((next, source) => this.#queue.firstOf(source) ?? next)
    try {
      const { runningId } = await studio.call('recorder.start', {
        ...options,
        title,
        atMs,
        ...(!isFirst && { firstSequences }),
      })
      this.#runningId = runningId
      this.#title = title
      this.#parts += 1
      this.#describe()
      this.#options.onPart({ runningId, title, startedAtMs: atMs, number: this.#parts, keptMs })
      this.#dispatch({ kind: 'started' })
    } catch (error) {
      // Without storage nothing but this page keeps it.
      const isFinal = !isLost(error) && (isFirst || this.#options.storage !== null)
      if (isFinal && isFirst) this.#how = { how: 'failed', error }
      else if (!isLost(error)) this.#options.onError(error)
      this.#dispatch({ kind: 'start-failed', isFinal, isFirst })
    }
  }

  #connected(isConnected: boolean): void {
    this.#queue.setAway(!isConnected)
    if (isConnected) this.#mayFollow = true
    this.#options.onConnected(isConnected)
    this.#dispatch({ kind: isConnected ? 'attached' : 'lost' })
  }

  #safe(sources: SafeSources): void {
    this.#safeMs = shortest(sources)
    this.#options.onSafe(this.#safeMs)
    const isDelivery = this.#options.inputs.length === 0
    if (isDelivery && this.#queue.isEmpty) this.#delivered()
  }

  #delivered(): void {
    if (this.#state === 'recording') this.#how = { how: 'delivered' }
    this.#dispatch({ kind: 'delivered' })
  }

  #news(news: LinkNews): void {
    if (news.kind === 'disk-low') this.#options.onDiskLow(news.minutes)
    else if (news.kind === 'failing') this.#options.onFailing(news.error)
    else if (news.kind === 'stopped') {
      if (!isEnding(this.#state)) this.#how = { how: news.reason === 'disk-full' ? 'disk-full' : 'elsewhere' }
      this.#endMs = Math.min(this.#endMs, news.atMs)
      this.#queue.dropFrom(this.#endMs)
      this.#heardEnd.resolve()
      this.#dispatch({ kind: 'stopped', keptMs: this.keptMs })
    } else if (news.error.code === 'recorder.stopped') {
      if (!isEnding(this.#state)) this.#how = { how: 'elsewhere' }
      this.#dispatch({ kind: 'stopped', keptMs: this.keptMs })
    } else if (news.error.code === 'recorder.unknown') this.#unknown()
    // The disk, for one: asked again until it is well.
    else this.#link.reconnect()
  }

  #unknown(): void {
    // What an earlier page kept is all there is: nothing is added to it.
    if (this.#options.inputs.length === 0) this.stop((this.#queue.newestAtMs ?? 0) + LAST_BLOCK_MS)
    this.#dispatch({ kind: 'unknown', keptMs: this.keptMs })
  }

  /** Resolves the state once the studio has all sound up to Stop: stopping the recording then puts it on disk. */
  async #settle(): Promise<void> {
    const isSettling = (): boolean => this.#state === 'ending-settling'
    const { clock } = this.#options
    const isCaptured = (): boolean => this.#givenUpTo.every((upTo) => upTo >= this.#endMs)
    // A source that gives nothing any more is not waited for.
    while (isSettling() && !isCaptured() && clock.now() - this.#endMs < MOST_CAPTURE_WAIT_MS)
      await pause(LOOK_EVERY_MS)
    while (isSettling() && !this.#queue.isEmpty && !(await this.#isReceived())) await pause(LOOK_EVERY_MS)
    this.#dispatch({ kind: 'settled' })
  }

  /** Blocks that the studio keeps back until it knows where they belong are not acknowledged, but it has them. */
  async #isReceived(): Promise<boolean> {
    try {
      const cards = await this.#options.studio.call('recorder.running', {})
      const own = cards.find(({ runningId }) => runningId === this.#runningId)
      // Not running any more: stopping it tells.
      if (own === undefined) return true
      return own.sources.every(({ nextSequence }, source) => nextSequence >= (this.#sequences[source] ?? 0))
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      // The connection is lost: the sound waits for the next one.
      return false
    }
  }

  async #callStop(): Promise<void> {
    const { studio, onError } = this.#options
    const { promise } = (this.#heardEnd = Promise.withResolvers<void>())
    try {
      await studio.call('recorder.stop', { runningId: this.#runningId ?? '', atMs: this.#endMs })
      // What is on disk is told right before its end is; the answer itself says that all is.
      await Promise.race([promise, pause(MOST_NEWS_WAIT_MS)])
      this.#dispatch({ kind: 'stopped', keptMs: 0 })
    } catch (error) {
      if (error instanceof CallFailed && error.error.code === 'recorder.unknown') {
        this.#dispatch({ kind: 'unknown', keptMs: this.keptMs })
        return
      }
      if (!isLost(error)) onError(error)
      await pause(START_AGAIN_MS)
      this.#dispatch({ kind: 'stop-failed' })
    }
  }

  async #keep(): Promise<void> {
    const { storage } = this.#options
    const { keptMs } = this
    await this.#queue.flush()
    await this.#describing
    storage?.release()
    this.#resolve({ how: 'kept', keptMs })
  }

  async #finish(): Promise<void> {
    this.#queue.close()
    await this.#describing
    await this.#options.storage?.delete().catch(this.#options.onError)
    this.#resolve(this.#how)
  }

  /** Keeps beside the blocks what a later page needs to give them to a recording. */
  #describe(): void {
    const { storage, options, library, onError } = this.#options
    const stoppedAtMs = this.#endMs === Infinity ? null : this.#endMs
    const about = {
      runningId: this.#runningId,
      options: { ...options, title: this.#title },
      stoppedAtMs,
      library,
    }
    this.#describing = this.#describing.then(() => storage?.describe(about)).catch(onError)
  }
}

/** Length on disk of all sources, in ms. */
function shortest(sources: SafeSources): number {
  return sources.length === 0
    ? 0
    : Math.min(...sources.map(({ frames }) => Math.floor(frames / FRAMES_PER_MS)))
}

const isLost = (error: unknown): boolean =>
  error instanceof CallFailed && error.error.code === 'connection.lost'

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
