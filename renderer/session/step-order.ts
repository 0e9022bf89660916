import type { SessionState } from './transcript-session.ts'

export type Way = 'undo' | 'redo'

/**
 * In which order the text's last steps came, by a counter that other changes of the screen share: undo goes back to what
 * was made or redone last, redo to what was undone last. Known while the screen is open; what was before is oldest.
 */
export class StepOrder {
  readonly #state: () => Pick<SessionState, 'undo' | 'redo'>
  readonly #orders = new Map<string, number>()
  #clock = 0
  #undoId: string | null
  #redoId: string | null
  #blockedRedo: string | null = null
  /** What this window has asked for. */
  #expected: Way | null = null

  constructor(state: () => Pick<SessionState, 'undo' | 'redo'>) {
    this.#state = state
    const { undo, redo } = state()
    this.#undoId = undo?.stepId ?? null
    this.#redoId = redo?.stepId ?? null
    for (const id of [this.#undoId, this.#redoId]) if (id !== null) this.#orders.set(id, 0)
  }

  /** The next number of the counter. */
  tick(): number {
    this.#clock += 1
    return this.#clock
  }

  expect(way: Way): void {
    this.#expected = way
  }

  /** When the step that undo or redo would take came; null if there is none. */
  of(way: Way): number | null {
    const id = this.#state()[way]?.stepId ?? null
    if (id === null || (way === 'redo' && id === this.#blockedRedo)) return null
    return this.#orders.get(id) ?? 0
  }

  /** Something else was changed: what was undone before is not redone any more. */
  blockRedo(): void {
    this.#blockedRedo = this.#state().redo?.stepId ?? null
  }

  /** Looks at the state; called after each change of it. Returns whether a new step was made. */
  watch(): boolean {
    const { undo, redo } = this.#state()
    const [undoId, redoId] = [undo?.stepId ?? null, redo?.stepId ?? null]
    const [before, beforeRedo, expected] = [this.#undoId, this.#redoId, this.#expected]
    if (undoId === before && redoId === beforeRedo) return false
    this.#undoId = undoId
    this.#redoId = redoId
    const isNew = (id: string | null): id is string => id !== null && !this.#orders.has(id)
    if (isNew(redoId) && expected !== 'redo') {
      this.#expected = null
      this.#orders.set(redoId, this.tick())
      // What is below the undone step is older.
      if (isNew(undoId)) this.#orders.set(undoId, this.#orders.get(before ?? '') ?? 0)
      return false
    }
    if (!isNew(undoId)) return false
    this.#expected = null
    this.#orders.set(undoId, this.tick())
    if (isNew(redoId)) this.#orders.set(redoId, 0)
    // A new step leaves nothing to redo.
    return redoId === null && !(expected === 'redo' && beforeRedo !== null)
  }
}
