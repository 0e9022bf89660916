import type { TimeSpan } from '#core/transcript/time-span'

/** A cut that is closer than this is skipped by a timer, because frames are too far apart. */
const TIMER_MS = 60
/** Media clocks are not exact. */
const END_MS = 2

/** Moves a media element that plays over what is cut. */
export class CutSkips {
  readonly #element: HTMLMediaElement
  /** In order; none outside of the mode Cut. */
  readonly #cuts: () => readonly TimeSpan[]
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(element: HTMLMediaElement, cuts: () => readonly TimeSpan[]) {
    this.#element = element
    this.#cuts = cuts
  }

  /** Moves on if something is cut here; sets a timer if a cut is near. */
  check(): void {
    clearTimeout(this.#timer)
    const element = this.#element
    const cuts = this.#cuts()
    if (element.paused || cuts.length === 0) return
    const nowMs = element.currentTime * 1_000
    const next = cuts.find(({ endMs }) => endMs > nowMs + END_MS)
    if (next === undefined) return
    const leftMs = next.startMs - nowMs
    if (leftMs <= END_MS) {
      // After a cut at the end there is nothing to play.
      if (next.endMs >= element.duration * 1_000 - END_MS) element.pause()
      else element.currentTime = next.endMs / 1_000
    } else if (leftMs / element.playbackRate < TIMER_MS)
      this.#timer = setTimeout(() => this.check(), Math.max(1, leftMs / element.playbackRate))
  }

  /** Playback stopped. */
  rest(): void {
    clearTimeout(this.#timer)
  }
}
