import type { EditOutcome } from '#contracts/calls/transcripts'
import type { StudioEvent } from '#contracts/events'
import { recentParagraphs } from './recent-paragraphs.ts'
import { stalePart, type StalePart } from './stale-paragraphs.ts'

/** Upper limit for the delay of an event while the connection is open. */
const EVENTS_LATE_MS = 60_000

/** What has to be requested to match the studio's state again. */
export type Wanted = 'whole' | ReadonlySet<string>

/** Tracks what has to be fetched because another window, or the studio on behalf of this one, changed it. */
export class StudioChanges {
  readonly #transcriptId: string
  #parts: readonly StalePart[] = []
  #needsWhole = false
  #recordingId: string | null = null
  /** Numbers of edits that are already in the page's state. */
  readonly #ownNumbers = new Set<number>()
  /**
   * Paragraphs of this window's edits: an event may arrive after the answer to an edit that was made on the same state.
   */
  readonly #own = recentParagraphs(EVENTS_LATE_MS)

  constructor(transcriptId: string) {
    this.#transcriptId = transcriptId
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0 && !this.#needsWhole
  }

  /** From now on, what undo would revert changes with the moments of the recording. */
  followMoments(recordingId: string): void {
    this.#recordingId = recordingId
  }

  /** Returns false if the event changes nothing here. */
  noteEvent(event: StudioEvent): boolean {
    if (event.kind === 'moments-changed' && event.touched['recordingId'] === this.#recordingId) {
      this.#parts = [...this.#parts, { number: null, paragraphIds: [] }]
      return true
    }
    if (event.kind === 'events-missed') {
      this.#needsWhole = true
      return true
    }
    const part = stalePart(event, this.#transcriptId)
    if (part === null || (part.number !== null && this.#ownNumbers.has(part.number))) return false
    this.#parts = [...this.#parts, part]
    return true
  }

  /** Requests the whole state, because the result of a call is unknown. */
  wantWhole(): void {
    this.#needsWhole = true
  }

  /** This window's edits were accepted as sent, numbered from `base` + 1; events about them can be ignored. */
  noteOwn(base: number, outcome: EditOutcome): void {
    for (let number = base + 1; number <= outcome.editNumber; number += 1) this.#ownNumbers.add(number)
    this.#parts = this.#parts.filter((part) => part.number === null || !this.#ownNumbers.has(part.number))
  }

  /** Events still in transit may describe an earlier state of these paragraphs. */
  noteTouched(paragraphIds: readonly string[]): void {
    this.#own.add(paragraphIds)
  }

  /** This window's edits were carried over to a newer state. */
  noteCarried(paragraphIds: readonly string[]): void {
    this.#parts = [...this.#parts, { number: null, paragraphIds }]
  }

  /** Returns what has to be fetched after an undo, a redo or a recount requested by this window. */
  takeWithRequest({ editNumber, paragraphIds, removedIds }: EditOutcome, known: number): ReadonlySet<string> {
    if (editNumber === known + 1) this.#ownNumbers.add(editNumber)
    return new Set([...paragraphIds, ...removedIds, ...this.#takeParts()])
  }

  /** Takes and clears what has to be fetched; null if nothing has. `giveBack` restores it after a failure. */
  take(): { readonly wanted: Wanted; readonly giveBack: () => void } | null {
    if (this.#needsWhole) {
      this.#needsWhole = false
      this.#parts = []
      return { wanted: 'whole', giveBack: () => (this.#needsWhole = true) }
    }
    if (this.#parts.length === 0) return null
    const taken = this.#parts
    const giveBack = (): void => {
      this.#parts = [...taken, ...this.#parts]
    }
    return { wanted: new Set(this.#takeParts()), giveBack }
  }

  #takeParts(): string[] {
    const ids = [...this.#parts.flatMap((part) => part.paragraphIds), ...this.#own.ids()]
    this.#parts = []
    return ids
  }
}
