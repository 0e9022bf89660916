import type { EditOutcome } from '#contracts/calls/transcripts'
import type { StudioEvent } from '#contracts/events'
import { recentParagraphs } from './recent-paragraphs.ts'
import { stalePart, type StalePart } from './stale-paragraphs.ts'

/** No event comes this late while the connection stands. */
const EVENTS_LATE_MS = 60_000

/** What has to be asked for to hold the studio's state again. */
export type Wanted = 'whole' | ReadonlySet<string>

/** What is to be fetched because others, or the studio for this window, changed it. */
export class StudioChanges {
  readonly #transcriptId: string
  #parts: readonly StalePart[] = []
  #needsWhole = false
  /** Numbers of edits that the page knows to hold already. */
  readonly #ownNumbers = new Set<number>()
  /** Of own edits: an event may come later than the answer to an edit that was made on what it tells of. */
  readonly #own = recentParagraphs(EVENTS_LATE_MS)

  constructor(transcriptId: string) {
    this.#transcriptId = transcriptId
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0 && !this.#needsWhole
  }

  /** False where the event changes nothing here. */
  noteEvent(event: StudioEvent): boolean {
    if (event.kind === 'events-missed') {
      this.#needsWhole = true
      return true
    }
    const part = stalePart(event, this.#transcriptId)
    if (part === null || (part.number !== null && this.#ownNumbers.has(part.number))) return false
    this.#parts = [...this.#parts, part]
    return true
  }

  /** Nobody knows what became of something that was sent. */
  wantWhole(): void {
    this.#needsWhole = true
  }

  /** Edits of this window went in as they were sent, as numbers after `base`; events that tell of them say nothing new. */
  noteOwn(base: number, outcome: EditOutcome): void {
    for (let number = base + 1; number <= outcome.editNumber; number += 1) this.#ownNumbers.add(number)
    this.#parts = this.#parts.filter((part) => part.number === null || !this.#ownNumbers.has(part.number))
  }

  /** Events that are still on their way may tell of these as they were before. */
  noteTouched(paragraphIds: readonly string[]): void {
    this.#own.add(paragraphIds)
  }

  /** Edits of this window were carried over to a newer state. */
  noteCarried(paragraphIds: readonly string[]): void {
    this.#parts = [...this.#parts, { number: null, paragraphIds }]
  }

  /** Of an undo, a redo or a recount that this window asked for: what has to be fetched now. */
  takeWithRequest({ editNumber, paragraphIds, removedIds }: EditOutcome, known: number): ReadonlySet<string> {
    if (editNumber === known + 1) this.#ownNumbers.add(editNumber)
    return new Set([...paragraphIds, ...removedIds, ...this.#takeParts()])
  }

  /** What has to be fetched, handed over; null where nothing has. `giveBack` where that failed. */
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
