import { FRAMES_PER_MS } from '#core/recording/block'
import { Timeline } from '#core/recording/timeline'
import type { PauseNote } from '../sending/kept-block.ts'
import { type OwnClock, paused, resumed } from './own-clock.ts'

/**
 * The pauses of a session, on this page's clock. They are sent to each of the studio's recordings in order; a
 * recording takes no sound captured after a pause that it does not know.
 */
export class PauseNotes {
  readonly #timeline: Timeline
  readonly #all: PauseNote[] = []
  /** How many of them the newest recording knows; a new object for each recording. */
  #reported = { count: 0 }

  constructor(startedAtMs: number, before: readonly PauseNote[] = []) {
    this.#timeline = new Timeline(startedAtMs)
    for (const note of before) this.add(note)
  }

  get all(): readonly PauseNote[] {
    return this.#all
  }

  /** Whether the newest recording knows all of them. */
  get areReported(): boolean {
    return this.#reported.count >= this.#all.length
  }

  add(note: PauseNote): void {
    this.#timeline[note.kind](note.atMs)
    this.#all.push(note)
  }

  /** Whether any part of sound of this length from this time is outside of pauses. */
  isWanted(atMs: number, lengthMs: number): boolean {
    return this.#timeline.keptPart(atMs, lengthMs * FRAMES_PER_MS) !== null
  }

  /** Another recording begins; pauses that end after this time are sent to it. */
  beginPart(atMs: number): void {
    const isOver = (index: number): boolean => (this.#all[index + 1]?.atMs ?? Infinity) <= atMs
    let count = 0
    while (this.#all[count]?.kind === 'pause' && isOver(count)) count += 2
    this.#reported = { count }
  }

  /** The clock of a recording that begins at this time. */
  clockFrom(startedAtMs: number): OwnClock {
    return this.#all.reduce<OwnClock>(
      (clock, { kind, atMs }) => {
        const noteMs = Math.max(atMs, startedAtMs)
        return kind === 'pause' ? paused(clock, noteMs) : resumed(clock, noteMs)
      },
      { startedAtMs, pausedMs: 0, pausedSinceMs: null },
    )
  }

  /** Sends the next unknown pause to the newest recording; throws what `tell` throws. */
  async tellNext(tell: (note: PauseNote) => Promise<unknown>): Promise<void> {
    const reported = this.#reported
    const note = this.#all[reported.count]
    if (note === undefined) return
    await tell(note)
    reported.count += 1
  }
}
