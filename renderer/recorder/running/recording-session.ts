import type { SafeSources } from '#contracts/sound-wire'
import { FRAMES_PER_MS } from '#core/recording/block'
import type { CapturedSound } from '../capture/capture-messages.ts'
import type { PauseNote } from '../sending/kept-block.ts'
import type { LinkNews } from '../sending/sound-link.ts'
import { isLost, isOver } from './call-errors.ts'
import {
  isEnding,
  nextStep,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
} from './session-machine.ts'
import type { SessionEnd, SessionOptions } from './session-options.ts'
import { SessionParts } from './session-parts.ts'
import { SessionSound } from './session-sound.ts'

const LOOK_EVERY_MS = 100
/** The last sound before Stop arrives within this time. */
const MAX_CAPTURE_WAIT_MS = 1_000
const START_AGAIN_MS = 1_000
/** A block is shorter than this. */
const LAST_BLOCK_MS = 100

/**
 * A recording session of this page, whose states are in session-machine.ts. Its sound is in one queue from
 * Record until it is on disk, whichever studio and however many recordings take it.
 */
export class RecordingSession {
  /** Resolves at the end of the session. */
  readonly ended: Promise<SessionEnd>
  readonly #options: SessionOptions
  readonly #parts: SessionParts
  readonly #sound: SessionSound
  #state: SessionState
  /** Sound from this time on is ignored, because the recording was stopped. */
  #endMs = Infinity
  #safeMs = 0
  #describing: Promise<void> = Promise.resolve()
  #how: SessionEnd = { how: 'asked' }
  readonly #resolve: (end: SessionEnd) => void

  constructor(options: SessionOptions) {
    this.#options = options
    this.#parts = new SessionParts(options)
    this.#state = options.runningId === null ? 'starting' : 'attaching'
    const { promise, resolve } = Promise.withResolvers<SessionEnd>()
    this.ended = promise
    this.#resolve = resolve
    this.#sound = new SessionSound({
      session: options,
      parts: this.#parts,
      onConnected: (isConnected) => {
        options.onConnected(isConnected)
        this.#dispatch({ kind: isConnected ? 'attached' : 'lost' })
      },
      onSafe: (sources) => this.#safe(sources),
      onNews: (news) => this.#news(news),
      onPausesReported: () => this.#endIfDelivered(),
    })
  }

  get runningId(): string | null {
    return this.#parts.runningId
  }

  /** Sound that is not on disk yet, in ms of one source. */
  get keptMs(): number {
    return this.#sound.keptMs
  }

  /** Begins: requests a recording from the studio, or continues the one it has. */
  begin(): void {
    this.#describe()
    this.#perform(this.runningId === null ? 'start' : 'attach')
  }

  /** Takes over what an earlier page stored; before `begin`. */
  async takeStored(): Promise<void> {
    await this.#sound.takeStored()
  }

  take(sound: CapturedSound): void {
    this.#sound.take(sound, this.#endMs)
  }

  /** Ignores sound captured from this time until it is resumed, whether or not the studio is reachable. */
  pause(atMs: number): void {
    this.#note({ kind: 'pause', atMs })
  }

  resume(atMs: number): void {
    this.#note({ kind: 'resume', atMs })
  }

  /** Final, whether or not the studio is reachable: it is notified as soon as possible. */
  stop(atMs: number): void {
    if (!isEnding(this.#state)) {
      this.#endMs = atMs
      this.#sound.dropFrom(atMs)
    }
    this.#dispatch({ kind: 'stop' })
  }

  #note(note: PauseNote): void {
    if (isEnding(this.#state)) return
    this.#sound.note(note)
    this.#describe()
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
        this.#sound.attach()
        break
      case 'detach':
        this.#sound.detach()
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
        this.#sound.detach()
        void this.#finish()
    }
  }

  async #start(): Promise<void> {
    const { isFirst } = this.#parts
    const { keptMs } = this
    try {
      const part = await this.#parts.begin(this.#sound.forNextPart)
      this.#sound.pauses.beginPart(part.startedAtMs)
      this.#describe()
      this.#options.onPart({ ...part, keptMs, clock: this.#sound.pauses.clockFrom(part.startedAtMs) })
      this.#dispatch({ kind: 'started' })
    } catch (error) {
      // Without storage, the sound is kept only by this page.
      const isFinal = !isLost(error) && (isFirst || this.#options.storage !== null)
      if (isFinal && isFirst) this.#how = { how: 'failed', error }
      else if (!isLost(error)) this.#options.onError(error)
      this.#dispatch({ kind: 'start-failed', isFinal, isFirst })
    }
  }

  #safe(sources: SafeSources): void {
    this.#safeMs = shortest(sources)
    this.#options.onSafe(this.#safeMs)
    this.#endIfDelivered()
  }

  #endIfDelivered(): void {
    const isDelivery = this.#options.inputs.length === 0
    if (!isDelivery || !this.#sound.isDone) return
    if (this.#state === 'recording') this.#how = { how: 'delivered' }
    this.#dispatch({ kind: 'delivered' })
  }

  #news(news: LinkNews): void {
    if (news.kind === 'disk-low') this.#options.onDiskLow(news.minutes)
    else if (news.kind === 'missing') this.#options.onMissing(news)
    else if (news.kind === 'failing') this.#options.onFailing(news.error)
    else if (news.kind === 'stopped') {
      if (!isEnding(this.#state)) this.#how = { how: news.reason === 'disk-full' ? 'disk-full' : 'elsewhere' }
      this.#stopped(news.atMs)
    } else if (news.error.code === 'recorder.stopped') {
      if (!isEnding(this.#state)) this.#how = { how: 'elsewhere' }
      this.#dispatch({ kind: 'stopped', keptMs: this.keptMs })
    } else if (news.error.code === 'recorder.unknown') this.#unknown()
    // For example a full disk: the request is repeated until it succeeds.
    else this.#sound.reconnect()
  }

  /** What is on disk was reported before; the rest is kept. */
  #stopped(atMs: number): void {
    this.#endMs = Math.min(this.#endMs, atMs)
    this.#sound.dropFrom(this.#endMs)
    this.#dispatch({ kind: 'stopped', keptMs: this.keptMs })
  }

  #unknown(): void {
    // What an earlier page kept is complete: nothing is added to it.
    if (this.#options.inputs.length === 0) this.stop((this.#sound.newestAtMs ?? 0) + LAST_BLOCK_MS)
    this.#dispatch({ kind: 'unknown', keptMs: this.keptMs })
  }

  /**
   * Resolves the state once the studio has all sound up to Stop: stopping the recording then writes it to
   * disk.
   */
  async #settle(): Promise<void> {
    const isSettling = (): boolean => this.#state === 'ending-settling'
    const { clock } = this.#options
    const isCaptured = (): boolean => this.#sound.isCapturedUpTo(this.#endMs)
    // A source that no longer delivers sound is not waited for.
    while (isSettling() && !isCaptured() && clock.now() - this.#endMs < MAX_CAPTURE_WAIT_MS)
      await pause(LOOK_EVERY_MS)
    while (isSettling() && !(await this.#sound.isGiven())) await pause(LOOK_EVERY_MS)
    this.#dispatch({ kind: 'settled' })
  }

  async #callStop(): Promise<void> {
    try {
      const { sources, atMs } = await this.#parts.stop(this.#endMs)
      this.#sound.acknowledge(sources)
      this.#stopped(atMs)
    } catch (error) {
      // A recording that no longer exists reports over its channel what it had.
      const isGone = isOver(error)
      if (!isGone && !isLost(error)) this.#options.onError(error)
      if (!isGone) await pause(START_AGAIN_MS)
      this.#dispatch({ kind: 'stop-failed' })
    }
  }

  async #keep(): Promise<void> {
    const { storage } = this.#options
    const { keptMs } = this
    await this.#sound.flush()
    await this.#describing
    storage?.release()
    this.#resolve({ how: 'kept', keptMs })
  }

  async #finish(): Promise<void> {
    this.#sound.close()
    await this.#describing
    await this.#options.storage?.delete().catch(this.#options.onError)
    this.#resolve(this.#how)
  }

  /** Stores, with the blocks, what a later page needs to send them to a recording. */
  #describe(): void {
    const { storage, options, library, onError } = this.#options
    const stoppedAtMs = this.#endMs === Infinity ? null : this.#endMs
    const about = {
      runningId: this.runningId,
      options: { ...options, title: this.#parts.title },
      stoppedAtMs,
      pauses: this.#sound.pauses.all,
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

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
