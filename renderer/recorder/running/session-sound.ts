import type { SafeSources } from '#contracts/sound-wire'
import { FRAMES_PER_MS } from '#core/recording/block'
import { blockToBytes } from '#core/recording/block-bytes'
import type { CapturedSound } from '../capture/capture-messages.ts'
import { BlockQueue } from '../sending/block-queue.ts'
import type { PauseNote } from '../sending/kept-block.ts'
import { type LinkNews, SoundLink } from '../sending/sound-link.ts'
import { isLost, isOver } from './call-errors.ts'
import { liveTextHas, takeLiveText } from './live-text-store.ts'
import { PauseNotes } from './pause-notes.ts'
import type { SessionOptions } from './session-options.ts'
import type { KeptForPart, SessionParts } from './session-parts.ts'

/** Bytes per millisecond of one source. */
const BYTES_PER_MS = FRAMES_PER_MS * 2
const TELL_AGAIN_MS = 1_000

export interface SessionSoundOptions {
  readonly session: SessionOptions
  readonly parts: SessionParts
  readonly onConnected: (isConnected: boolean) => void
  readonly onSafe: (sources: SafeSources) => void
  readonly onNews: (news: LinkNews) => void
  /** The newest recording knows all pauses. */
  readonly onPausesReported: () => void
}

/**
 * The sound of a session from its capture until it is on disk: in one queue, whose blocks are sent to the
 * newest recording once that knows all pauses.
 */
export class SessionSound {
  readonly pauses: PauseNotes
  readonly #options: SessionSoundOptions
  readonly #queue: BlockQueue
  readonly #link: SoundLink
  readonly #sequences: number[]
  /** The time up to which each source has delivered its sound. */
  readonly #givenUpTo: number[]
  /** The kept blocks directly follow what the studio has. */
  #mayFollow: boolean
  #isConnected = false
  #isTelling = false

  constructor(options: SessionSoundOptions) {
    const { session, onSafe, onNews } = options
    const { runningId, startedAtMs, pauses, inputs, nextSequences, storage, onError } = session
    this.#options = options
    this.pauses = new PauseNotes(startedAtMs, pauses)
    this.#sequences = [...nextSequences]
    this.#mayFollow = runningId === null || inputs.length === 0
    this.#givenUpTo = inputs.map(() => -Infinity)
    this.#queue = new BlockQueue({ storage, sources: Math.max(1, nextSequences.length), onError })
    this.#link = new SoundLink({
      ...session,
      queue: this.#queue,
      kept: () => this.#kept(),
      mayGive: () => this.pauses.areReported,
      onConnected: (isConnected) => this.#connected(isConnected),
      onSafe,
      hasLive: liveTextHas,
      onLive: takeLiveText,
      onNews,
    })
  }

  /** Sound that is not on disk yet, in ms of one source. */
  get keptMs(): number {
    return Math.round(this.#queue.keptBytes / BYTES_PER_MS / Math.max(1, this.#sequences.length))
  }

  /** When the last of what is kept was captured; null if nothing is. */
  get newestAtMs(): number | null {
    return this.#queue.newestAtMs
  }

  get forNextPart(): KeptForPart {
    const firstSequences = this.#sequences.map((next, source) => this.#queue.firstOf(source) ?? next)
    return { oldestAtMs: this.#queue.oldestAtMs, firstSequences }
  }

  /** Whether everything is on disk, and nothing is left to be sent. */
  get isDone(): boolean {
    return this.#queue.isEmpty && this.pauses.areReported
  }

  /** Whether each source has delivered all its sound up to this time. */
  isCapturedUpTo(atMs: number): boolean {
    return this.#givenUpTo.every((upTo) => upTo >= atMs)
  }

  /** Whether the newest recording has everything that was captured, on disk or not. */
  async isGiven(): Promise<boolean> {
    if (!this.pauses.areReported) return false
    return this.#queue.isEmpty || (await this.#options.parts.hasAllBefore(this.#sequences))
  }

  /** Takes over what an earlier page stored; before anything else. */
  async takeStored(): Promise<void> {
    await this.#queue.takeStored()
  }

  /** Ignores what was captured from `endMs` on, and in pauses. */
  take({ input, samples, firstFrame, endWallMs, peak }: CapturedSound, endMs: number): void {
    const { inputs, clock, run, onTaken } = this.#options.session
    const source = inputs.indexOf(input)
    if (source === -1) return
    const upToMs = clock.ofWall(endWallMs)
    const lengthMs = samples.length / FRAMES_PER_MS
    const atMs = upToMs - lengthMs
    this.#givenUpTo[source] = upToMs
    if (atMs >= endMs || !this.pauses.isWanted(atMs, lengthMs)) return
    onTaken(source, atMs, peak)
    const sequence = this.#sequences[source] ?? 0
    this.#sequences[source] = sequence + 1
    const bytes = blockToBytes({ source, run, firstFrame, atMs, samples, sequence })
    this.#link.add({ source, sequence, atMs, bytes })
  }

  note(note: PauseNote): void {
    this.pauses.add(note)
    void this.#tellPauses()
  }

  /** From now on sound is sent to the newest recording. */
  attach(): void {
    const { runningId } = this.#options.parts
    this.#isConnected = false
    if (runningId !== null) this.#link.attach(runningId)
  }

  /** Sound is not sent anywhere. */
  detach(): void {
    this.#isConnected = false
    this.#link.detach()
    this.#queue.setAway(true)
  }

  /** The connection is unusable: another one is opened after a while. */
  reconnect(): void {
    this.#link.reconnect()
  }

  /** These blocks are on disk. */
  acknowledge(sources: SafeSources): void {
    for (const { source, sequence } of sources) this.#queue.acknowledge(source, sequence)
  }

  /** Drops what was captured from this time on. */
  dropFrom(atMs: number): void {
    this.#queue.dropFrom(atMs)
  }

  /** Stores everything that is kept. */
  flush(): Promise<void> {
    return this.#queue.flush()
  }

  /** Stops storing. */
  close(): void {
    this.#queue.close()
  }

  /**
   * Where a studio that was killed may continue without a gap: blocks that follow those it had. The first
   * blocks of a page that continues another's recording do not.
   */
  #kept(): { source: number; sequence: number }[] {
    if (!this.#mayFollow) return []
    return this.#sequences.flatMap((_, source) => {
      const sequence = this.#queue.firstOf(source)
      return sequence === null ? [] : [{ source, sequence }]
    })
  }

  #connected(isConnected: boolean): void {
    this.#isConnected = isConnected
    this.#queue.setAway(!isConnected)
    if (isConnected) this.#mayFollow = true
    this.#options.onConnected(isConnected)
    if (isConnected) void this.#tellPauses()
  }

  async #tellPauses(): Promise<void> {
    if (this.#isTelling) return
    this.#isTelling = true
    while (this.#isConnected && !this.pauses.areReported) {
      await this.pauses
        .tellNext((note) => this.#tellPause(note))
        .catch(() => new Promise((resolve) => setTimeout(resolve, TELL_AGAIN_MS)))
    }
    this.#isTelling = false
    if (!this.#isConnected) return
    this.#link.goOn()
    this.#options.onPausesReported()
  }

  /** Throws only if the connection is lost. */
  async #tellPause(note: PauseNote): Promise<void> {
    try {
      await this.#options.parts.tellPause(note)
    } catch (error) {
      if (isLost(error)) throw error
      // A recording that has ended reports that over its channel; after a failed write the writer retries by
      // itself.
      if (!isOver(error)) this.#options.session.onError(error)
    }
  }
}
