import type { SafeSources } from '#contracts/sound-wire'
import { FRAMES_PER_MS } from '#core/recording/block'
import { blockToBytes } from '#core/recording/block-bytes'
import { CallFailed } from '../../rpc/call-failed.ts'
import type { CapturedSound } from '../capture/capture-messages.ts'
import { BlockQueue } from '../sending/block-queue.ts'
import { type LinkNews, SoundLink } from '../sending/sound-link.ts'
import type { PauseNote } from '../sending/kept-block.ts'
import { liveTextHas, takeLiveText } from './live-text-store.ts'
import { PauseNotes } from './pause-notes.ts'
import {
  isEnding,
  nextStep,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
} from './session-machine.ts'
import type { SessionEnd, SessionOptions } from './session-options.ts'
import { SessionParts } from './session-parts.ts'

/** Bytes of a millisecond of one source. */
const BYTES_PER_MS = FRAMES_PER_MS * 2
const LOOK_EVERY_MS = 100
/** The last sound before Stop comes within this. */
const MOST_CAPTURE_WAIT_MS = 1_000
const START_AGAIN_MS = 1_000
/** A block is shorter. */
const LAST_BLOCK_MS = 100

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
  readonly #parts: SessionParts
  readonly #pauses: PauseNotes
  #isTellingPauses = false
  readonly #sequences: number[]
  /** The last time for which each source has given its sound. */
  readonly #givenUpTo: number[]
  #state: SessionState
  /** Sound from this time on is left out: the recording was stopped. */
  #endMs = Infinity
  #safeMs = 0
  /** What is kept follows what the studio has. */
  #mayFollow: boolean
  #describing: Promise<void> = Promise.resolve()
  #how: SessionEnd = { how: 'asked' }
  readonly #resolve: (end: SessionEnd) => void

  constructor(options: SessionOptions) {
    const { runningId, nextSequences, inputs, storage, onError } = options
    this.#options = options
    this.#parts = new SessionParts(options)
    this.#pauses = new PauseNotes(options.startedAtMs, options.pauses)
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
      mayGive: () => this.#pauses.areTold,
      onConnected: (isConnected) => this.#connected(isConnected),
      onSafe: (sources) => this.#safe(sources),
      hasLive: liveTextHas,
      onLive: takeLiveText,
      onNews: (news) => this.#news(news),
    })
  }

  get runningId(): string | null {
    return this.#parts.runningId
  }

  /** Sound that is not on disk yet, as ms of one source. */
  get keptMs(): number {
    return Math.round(this.#queue.keptBytes / BYTES_PER_MS / Math.max(1, this.#sequences.length))
  }

  /** Begins: asks the studio for a recording, or goes on with the one it has. */
  begin(): void {
    this.#describe()
    this.#perform(this.runningId === null ? 'start' : 'attach')
  }

  /** Takes over what an earlier page stored; before `begin`. */
  async takeStored(): Promise<void> {
    await this.#queue.takeStored()
  }

  take({ input, samples, firstFrame, endWallMs, peak }: CapturedSound): void {
    const source = this.#options.inputs.indexOf(input)
    if (source === -1) return
    const endMs = this.#options.clock.ofWall(endWallMs)
    const lengthMs = samples.length / FRAMES_PER_MS
    const atMs = endMs - lengthMs
    this.#givenUpTo[source] = endMs
    if (atMs >= this.#endMs || !this.#pauses.isWanted(atMs, lengthMs)) return
    this.#options.onTaken(source, atMs, peak)
    const sequence = this.#sequences[source] ?? 0
    this.#sequences[source] = sequence + 1
    const { run } = this.#options
    const bytes = blockToBytes({ source, run, firstFrame, atMs, samples, sequence })
    this.#link.add({ source, sequence, atMs, bytes })
  }

  /** Sound captured from this time on is left out, until it is resumed; whether the studio can be reached or not. */
  pause(atMs: number): void {
    this.#note({ kind: 'pause', atMs })
  }

  resume(atMs: number): void {
    this.#note({ kind: 'resume', atMs })
  }

  /** Final, whether the studio can be reached or not: it is told as soon as it can. */
  stop(atMs: number): void {
    if (!isEnding(this.#state)) {
      this.#endMs = atMs
      this.#queue.dropFrom(atMs)
    }
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

  #note(note: PauseNote): void {
    if (isEnding(this.#state)) return
    this.#pauses.add(note)
    this.#describe()
    void this.#tellPauses()
  }

  /** The recording's sound is given once it knows of all pauses. */
  async #tellPauses(): Promise<void> {
    const isConnected = (): boolean => this.#state === 'recording' || this.#state === 'ending-settling'
    if (this.#isTellingPauses) return
    this.#isTellingPauses = true
    while (isConnected() && !this.#pauses.areTold) {
      await this.#pauses.tellNext((note) => this.#tellPause(note)).catch(() => pause(START_AGAIN_MS))
    }
    this.#isTellingPauses = false
    if (!isConnected()) return
    this.#link.goOn()
    this.#endIfDelivered()
  }

  /** Throws only where the connection is lost. */
  async #tellPause(note: PauseNote): Promise<void> {
    try {
      await this.#parts.tellPause(note)
    } catch (error) {
      if (isLost(error)) throw error
      // A recording that has ended tells over its channel; after a failed write the writer tries again by itself.
      if (!isOver(error)) this.#options.onError(error)
    }
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
        if (this.runningId !== null) this.#link.attach(this.runningId)
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
    const { isFirst } = this.#parts
    const { keptMs } = this
    try {
      const { oldestAtMs } = this.#queue
      const firstSequences = this.#sequences.map((next, source) => this.#queue.firstOf(source) ?? next)
      const part = await this.#parts.begin({ oldestAtMs, firstSequences })
      this.#pauses.beginPart(part.startedAtMs)
      this.#describe()
      this.#options.onPart({ ...part, keptMs, clock: this.#pauses.clockFrom(part.startedAtMs) })
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
    if (isConnected) void this.#tellPauses()
  }

  #safe(sources: SafeSources): void {
    this.#safeMs = shortest(sources)
    this.#options.onSafe(this.#safeMs)
    this.#endIfDelivered()
  }

  #endIfDelivered(): void {
    const isDelivery = this.#options.inputs.length === 0
    if (!isDelivery || !this.#queue.isEmpty || !this.#pauses.areTold) return
    if (this.#state === 'recording') this.#how = { how: 'delivered' }
    this.#dispatch({ kind: 'delivered' })
  }

  #news(news: LinkNews): void {
    if (news.kind === 'disk-low') this.#options.onDiskLow(news.minutes)
    else if (news.kind === 'failing') this.#options.onFailing(news.error)
    else if (news.kind === 'stopped') {
      if (!isEnding(this.#state)) this.#how = { how: news.reason === 'disk-full' ? 'disk-full' : 'elsewhere' }
      this.#stopped(news.atMs)
    } else if (news.error.code === 'recorder.stopped') {
      if (!isEnding(this.#state)) this.#how = { how: 'elsewhere' }
      this.#dispatch({ kind: 'stopped', keptMs: this.keptMs })
    } else if (news.error.code === 'recorder.unknown') this.#unknown()
    // The disk, for one: asked again until it is well.
    else this.#link.reconnect()
  }

  /** What is on disk was told before; the rest is kept. */
  #stopped(atMs: number): void {
    this.#endMs = Math.min(this.#endMs, atMs)
    this.#queue.dropFrom(this.#endMs)
    this.#dispatch({ kind: 'stopped', keptMs: this.keptMs })
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
    while (isSettling() && !(await this.#isGiven())) await pause(LOOK_EVERY_MS)
    this.#dispatch({ kind: 'settled' })
  }

  async #isGiven(): Promise<boolean> {
    if (!this.#pauses.areTold) return false
    return this.#queue.isEmpty || (await this.#parts.hasAllBefore(this.#sequences))
  }

  async #callStop(): Promise<void> {
    try {
      const { sources, atMs } = await this.#parts.stop(this.#endMs)
      for (const { source, sequence } of sources) this.#queue.acknowledge(source, sequence)
      this.#stopped(atMs)
    } catch (error) {
      // One that is not there any more tells over its channel what it had.
      const isGone = error instanceof CallFailed && error.error.code === 'recorder.unknown'
      if (!isGone && !isLost(error)) this.#options.onError(error)
      if (!isGone) await pause(START_AGAIN_MS)
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
      runningId: this.runningId,
      options: { ...options, title: this.#parts.title },
      stoppedAtMs,
      pauses: this.#pauses.all,
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

const isOver = (error: unknown): boolean =>
  error instanceof CallFailed && ['recorder.unknown', 'recorder.stopped'].includes(error.error.code)

const isLost = (error: unknown): boolean =>
  error instanceof CallFailed && error.error.code === 'connection.lost'

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
