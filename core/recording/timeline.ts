import { FRAMES_PER_MS } from './block.ts'

interface Pause {
  readonly fromMs: number
  /** Infinity until it ends. */
  readonly toMs: number
}

/**
 * The recording's clock, shared by its sources: time since the start, without pauses. All arguments are on
 * the clock that blocks carry (`atMs`).
 */
export class Timeline {
  readonly #startMs: number
  readonly #pauses: Pause[] = []

  constructor(startMs: number) {
    this.#startMs = startMs
  }

  get isPaused(): boolean {
    return this.#pauses.at(-1)?.toMs === Infinity
  }

  /** Does nothing while paused. */
  pause(atMs: number): void {
    if (!this.isPaused) this.#pauses.push({ fromMs: this.#notBefore(atMs), toMs: Infinity })
  }

  /** Does nothing while not paused. */
  resume(atMs: number): void {
    const last = this.#pauses.at(-1)
    if (last === undefined || last.toMs !== Infinity) return
    this.#pauses[this.#pauses.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.fromMs, atMs) }
  }

  /**
   * Position in frames, with a fraction; negative before the start. A time within a pause maps to the start
   * of the pause.
   */
  frameAt(atMs: number): number {
    let paused = 0
    for (const { fromMs, toMs } of this.#pauses) paused += Math.max(0, Math.min(atMs, toMs) - fromMs)
    return (atMs - this.#startMs - paused) * FRAMES_PER_MS
  }

  /**
   * The first part of the `frames` captured from `atMs` on that is outside of pauses and not before the
   * start.
   */
  keptPart(atMs: number, frames: number): { from: number; to: number } | null {
    const endMs = atMs + frames / FRAMES_PER_MS
    let [from, to] = [Math.max(atMs, this.#startMs), endMs]
    for (const { fromMs, toMs } of this.#pauses) {
      if (toMs <= from) continue
      if (fromMs <= from) from = toMs
      else {
        to = Math.min(to, fromMs)
        break
      }
    }
    const first = Math.max(0, Math.round((from - atMs) * FRAMES_PER_MS))
    const last = Math.min(frames, Math.round((to - atMs) * FRAMES_PER_MS))
    return last > first ? { from: first, to: last } : null
  }

  #notBefore(atMs: number): number {
    return Math.max(atMs, this.#pauses.at(-1)?.toMs ?? this.#startMs)
  }
}
