import type { TimeSpan } from '#core/transcript/time-span'
/** Ends this close ahead are waited for by a timer, as frames come too seldom. */
const TIMER_MS = 60
/** A position this close to an end counts as there: clocks of media are not exact to the last fraction. */
const END_MS = 2

/** Where playing ends before the sound does: at the end of a stretch that was asked for, or of a loop. */
export class PlayEnds {
  readonly #element: HTMLMediaElement
  /** The stretch that is looped; null where none is. */
  readonly #loop: () => TimeSpan | null
  readonly #onStopped: () => void
  /** Plays up to here, then stops. */
  #stopAtMs: number | null = null
  /** The position came into the looped stretch, so its end leads back to its start. */
  #isInLoop = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(element: HTMLMediaElement, loop: () => TimeSpan | null, onStopped: () => void) {
    this.#element = element
    this.#loop = loop
    this.#onStopped = onStopped
  }

  /** Null: at the sound's end. */
  stopAt(ms: number | null): void {
    this.#stopAtMs = ms
  }

  /** The position is another one, or the loop is. */
  enter(atMs: number): void {
    const span = this.#loop()
    this.#isInLoop = span !== null && atMs >= span.startMs - END_MS && atMs < span.endMs - END_MS
  }

  /** Stops or goes back where an end has come; sets a timer for one that is near. */
  check(): void {
    clearTimeout(this.#timer)
    if (this.#element.paused) return
    const nowMs = this.#element.currentTime * 1_000
    if (!this.#isInLoop) this.enter(nowMs)
    const endMs = this.#next()
    if (endMs === null) return
    const leftMs = endMs - nowMs
    const { playbackRate } = this.#element
    if (leftMs <= END_MS) this.#reach(endMs)
    else if (leftMs / playbackRate < TIMER_MS) {
      this.#timer = setTimeout(() => this.check(), Math.max(1, (leftMs - END_MS) / playbackRate))
    }
  }

  /** Nothing plays: no end is waited for. */
  rest(): void {
    clearTimeout(this.#timer)
  }

  #next(): number | null {
    return this.#stopAtMs ?? (this.#isInLoop ? (this.#loop()?.endMs ?? null) : null)
  }

  #reach(endMs: number): void {
    if (this.#stopAtMs !== null) {
      this.#stopAtMs = null
      this.#element.pause()
      // What is a few ms further is no place that anybody chose.
      this.#element.currentTime = endMs / 1_000
      this.#onStopped()
      return
    }
    const span = this.#loop()
    if (span !== null) this.#element.currentTime = span.startMs / 1_000
  }
}
