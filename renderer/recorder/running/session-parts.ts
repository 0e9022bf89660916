import type { SafeSources } from '#contracts/sound-wire'
import { nextPartTitle } from '#core/recording/part-title'
import { CallFailed } from '../../rpc/call-failed.ts'
import type { PauseNote } from '../sending/kept-block.ts'
import type { BegunPart, SessionOptions } from './session-options.ts'

/** What is kept of the session's sound when a recording is begun. */
export interface KeptForPart {
  /** When the first of it was captured; null if nothing is kept. */
  readonly oldestAtMs: number | null
  /** The number of each source's first block. */
  readonly firstSequences: readonly number[]
}

/** The recordings that the studio makes from one session's sound, one after the other. */
export class SessionParts {
  readonly #options: SessionOptions
  #runningId: string | null
  #title: string
  #count: number

  constructor(options: SessionOptions) {
    const { runningId } = options
    this.#options = options
    this.#runningId = runningId
    this.#title = options.options.title
    this.#count = runningId === null ? 0 : 1
  }

  /** Id of the newest; null before the first. */
  get runningId(): string | null {
    return this.#runningId
  }

  /** Title of the newest. */
  get title(): string {
    return this.#title
  }

  /** Whether none has begun yet. */
  get isFirst(): boolean {
    return this.#count === 0
  }

  /** Requests the next one. Throws what the call throws. */
  async begin({ oldestAtMs, firstSequences }: KeptForPart): Promise<BegunPart> {
    const { studio, options, startedAtMs, clock } = this.#options
    const { isFirst } = this
    const atMs = isFirst ? startedAtMs : (oldestAtMs ?? clock.now())
    const title = isFirst ? options.title : nextPartTitle(this.#title)
    const { runningId } = await studio.call('recorder.start', {
      ...options,
      title,
      atMs,
      ...(!isFirst && { firstSequences: [...firstSequences] }),
    })
    this.#runningId = runningId
    this.#title = title
    this.#count += 1
    return { runningId, title, startedAtMs: atMs, number: this.#count }
  }

  /** Pauses or resumes the newest. Throws what the call throws. */
  async tellPause({ kind, atMs }: PauseNote): Promise<void> {
    await this.#options.studio.call(`recorder.${kind}`, { runningId: this.#runningId ?? '', atMs })
  }

  /**
   * Whether the newest has every block before these numbers, on disk or not: blocks that the studio holds
   * until it knows where they belong are not acknowledged.
   */
  async hasAllBefore(sequences: readonly number[]): Promise<boolean> {
    try {
      const cards = await this.#options.studio.call('recorder.running', {})
      const own = cards.find(({ runningId }) => runningId === this.#runningId)
      // It is no longer running: stopping it reports what it has.
      if (own === undefined) return true
      return own.sources.every(({ nextSequence }, source) => nextSequence >= (sequences[source] ?? 0))
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      // The connection is lost: the sound waits for the next one.
      return false
    }
  }

  /** Ends the newest, and returns what it has on disk. Throws what the call throws. */
  stop(atMs: number): Promise<{ readonly sources: SafeSources; readonly atMs: number }> {
    return this.#options.studio.call('recorder.stop', { runningId: this.#runningId ?? '', atMs })
  }
}
