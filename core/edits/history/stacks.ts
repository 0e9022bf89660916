/** The fields of a log entry that determine whether it is undone. */
export interface StackedEntry {
  readonly stepId: string
  readonly undoes: string | null
}

export interface StackedStep<Entry> {
  readonly stepId: string
  /** The entries to reverse when this step is undone. */
  readonly entries: readonly Entry[]
  /** For a step that was undone and redone: its first entries, which determine the kind of edit. */
  readonly original: readonly Entry[]
}

interface OpenStep<Entry> extends StackedStep<Entry> {
  readonly entries: Entry[]
}

/**
 * The steps that undo and redo would reverse next, most recent last, updated as the log grows. Consecutive
 * entries with one step id are one step; an undo moves its step to `undone`, wherever it is; the undo of an
 * undo moves it back; a new edit clears redo.
 */
export class HistoryStacks<Entry extends StackedEntry> {
  readonly #done: OpenStep<Entry>[] = []
  #undone: OpenStep<Entry>[] = []
  #last: OpenStep<Entry> | null = null

  constructor(entries: Iterable<Entry> = []) {
    for (const entry of entries) this.push(entry)
  }

  get done(): readonly StackedStep<Entry>[] {
    return this.#done
  }

  get undone(): readonly StackedStep<Entry>[] {
    return this.#undone
  }

  push(entry: Entry): void {
    const { stepId, undoes } = entry
    if (this.#last?.stepId === stepId) {
      this.#last.entries.push(entry)
      return
    }
    const entries = [entry]
    this.#last = { stepId, entries, original: entries }
    if (undoes === null) {
      this.#done.push(this.#last)
      this.#undone = []
    } else if (!this.#move(this.#undone, this.#done, this.#last, undoes)) {
      this.#move(this.#done, this.#undone, this.#last, undoes)
    }
  }

  /** Returns false if the step `undoes` is not found. */
  #move(from: OpenStep<Entry>[], to: OpenStep<Entry>[], step: OpenStep<Entry>, undoes: string): boolean {
    const place = from.findLastIndex(({ stepId }) => stepId === undoes)
    if (place < 0) return false
    const original = from.splice(place, 1)[0]?.original ?? step.original
    this.#last = { ...step, original }
    to.push(this.#last)
    return true
  }
}
