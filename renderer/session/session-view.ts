import type { HistoryLabel } from '#contracts/calls/transcripts'
import { historyKindOf } from '#core/edits/history/history-kind'
import { touchedBetween } from '#core/edits/touched'
import type { Transcript } from '#core/transcript/transcript'
import type { ConfirmedState } from './confirmed-state.ts'
import type { PendingEdits, PendingGroup } from './pending-edits.ts'
import type { SavedState, SessionChange, SessionState } from './transcript-session.ts'

/** The state of a session as one window shows it, with its listeners. */
export class SessionView {
  readonly #pending: PendingEdits
  readonly #listeners = new Set<() => void>()
  readonly #changeListeners = new Set<(change: SessionChange) => void>()
  /** Set for a confirmed state that the page already shows; others go through `takeConfirmed`. */
  confirmed: ConfirmedState
  saved: SavedState
  #state: SessionState

  constructor(confirmed: ConfirmedState, pending: PendingEdits, saved: SavedState) {
    this.confirmed = confirmed
    this.#pending = pending
    this.saved = saved
    this.#state = this.#makeState(pending.shown(confirmed.transcript), null)
  }

  get state(): SessionState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  onChange(listener: (change: SessionChange) => void): () => void {
    this.#changeListeners.add(listener)
    return () => this.#changeListeners.delete(listener)
  }

  /** Takes a new state of the studio and rebuilds the unsent edits on top of it. */
  takeConfirmed(next: ConfirmedState): void {
    this.confirmed = next
    this.#pending.carryOver(next)
    this.show(this.#pending.shown(next.transcript), 'studio')
    this.update()
  }

  show(next: Transcript, origin: unknown): void {
    const before = this.#state.transcript
    const touched = touchedBetween(before, next)
    const isSame =
      before.paragraphs === next.paragraphs &&
      !touched.speakers &&
      !touched.turns &&
      !touched.marks &&
      !touched.captionRules &&
      !touched.fillers &&
      !touched.numbers &&
      !touched.captionTiming
    if (isSame) return
    // Set before listeners are called, so that they see the new state.
    this.#state = this.#makeState(next, this.#state)
    for (const listener of this.#changeListeners) listener({ before, after: next, touched, origin })
    this.notify()
  }

  /** Notifies listeners if any part of the state has changed. */
  update(): void {
    const next = this.#makeState(this.#state.transcript, this.#state)
    const isSame = (Object.keys(next) as (keyof SessionState)[]).every(
      (key) => next[key] === this.#state[key],
    )
    if (isSame) return
    this.#state = next
    this.notify()
  }

  notify(): void {
    for (const listener of this.#listeners) listener()
  }

  close(): void {
    this.#listeners.clear()
    this.#changeListeners.clear()
  }

  /** Labels that are equal keep their identity from `before`. */
  #makeState(transcript: Transcript, before: SessionState | null): SessionState {
    const { last, firstOfLastStep: first } = this.#pending
    const undo = last && first ? { stepId: last.stepId, kind: kindOfStep(first) } : this.confirmed.undo
    return {
      transcript,
      editNumber: this.confirmed.editNumber,
      running: this.confirmed.running,
      saved: this.saved,
      undo: before !== null && isSameLabel(undo, before.undo) ? before.undo : undo,
      redo: last ? null : this.confirmed.redo,
    }
  }
}

function kindOfStep({ edits: [edit] }: PendingGroup): string {
  return edit === undefined ? '' : historyKindOf(edit)
}

function isSameLabel(a: HistoryLabel, b: HistoryLabel): boolean {
  return a?.stepId === b?.stepId && a?.kind === b?.kind
}
