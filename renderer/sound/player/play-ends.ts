import type { TimeSpan } from '#core/transcript/time-span'

/** An end closer than this is handled by a timer, because frames are too far apart. */
const TIMER_MS = 60
/** A position this close to an end counts as reached: media clocks are not exact. */
const END_MS = 2

/** Ends playback before the end of the sound: at the end of a requested span, of a loop, or of the kept part. */
export class PlayEnds {
  readonly #element: HTMLMediaElement
  /** The looped span; null if there is none. */
  readonly #loop: () => TimeSpan | null
  /** The kept part of the recording; null: all of it. */
  readonly #part: () => TimeSpan | null
  readonly #onStopped: () => void
  /** Playback stops at this position. */
  #stopAtMs: number | null = null
  /** True if the position has entered the looped span, so that its end jumps back to its start. */
  #isInLoop = false
  /** True if the position has entered the kept part: a user who seeks outside of it wants to hear that. */
  #isInPart = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    element: HTMLMediaElement,
    spans: { readonly loop: () => TimeSpan | null; readonly part: () => TimeSpan | null },
    onStopped: () => void,
  ) {
    this.#element = element
    this.#loop = spans.loop
    this.#part = spans.part
    this.#onStopped = onStopped
  }

  /** Null: at the end of the sound. */
  stopAt(ms: number | null): void {
    this.#stopAtMs = ms
  }

  /** Called when the position or the loop changed. */
  enter(atMs: number): void {
    this.#isInLoop = isWithin(this.#loop(), atMs)
    this.#isInPart = isWithin(this.#part(), atMs)
  }

  /** Stops or jumps back if an end is reached; sets a timer if one is near. */
  check(): void {
    clearTimeout(this.#timer)
    if (this.#element.paused) return
    const nowMs = this.#element.currentTime * 1_000
    if (!this.#isInLoop) this.#isInLoop = isWithin(this.#loop(), nowMs)
    if (!this.#isInPart) this.#isInPart = isWithin(this.#part(), nowMs)
    const endMs = this.#next()
    if (endMs === null) return
    const leftMs = endMs - nowMs
    const { playbackRate } = this.#element
    if (leftMs <= END_MS) this.#reach(endMs)
    else if (leftMs / playbackRate < TIMER_MS) {
      this.#timer = setTimeout(() => this.check(), Math.max(1, (leftMs - END_MS) / playbackRate))
    }
  }

  /** Playback stopped: cancels the timer. */
  rest(): void {
    clearTimeout(this.#timer)
  }

  #next(): number | null {
    if (this.#stopAtMs !== null) return this.#stopAtMs
    if (this.#isInLoop) return this.#loop()?.endMs ?? null
    return this.#isInPart ? (this.#part()?.endMs ?? null) : null
  }

  #reach(endMs: number): void {
    if (this.#stopAtMs !== null || !this.#isInLoop) {
      this.#stopAtMs = null
      this.#element.pause()
      // The media clock may be a few ms past the end; the exact end is what was requested.
      this.#element.currentTime = endMs / 1_000
      this.#onStopped()
      return
    }
    const span = this.#loop()
    if (span !== null) this.#element.currentTime = span.startMs / 1_000
  }
}

function isWithin(span: TimeSpan | null, atMs: number): boolean {
  return span !== null && atMs >= span.startMs - END_MS && atMs < span.endMs - END_MS
}
