/** A frame of a video, and how much it differs from the one before: 0 (same) to 1 (ffmpeg's scene score). */
export interface FrameScore {
  readonly ms: number
  readonly score: number
}

/** A change sooner after another is a flash or a fade, not a shot of its own. */
const MIN_SHOT_MS = 200

/** Collects the times, in whole ms, at which a new shot begins; frames are added in order. */
export class ShotChanges {
  readonly #threshold: number
  readonly #timesMs: number[] = []

  /** @param threshold score from which a frame begins a shot */
  constructor(threshold: number) {
    this.#threshold = threshold
  }

  add({ ms, score }: FrameScore): void {
    const time = Math.round(ms)
    const last = this.#timesMs.at(-1) ?? 0
    if (score >= this.#threshold && time - last >= MIN_SHOT_MS) this.#timesMs.push(time)
  }

  get timesMs(): readonly number[] {
    return this.#timesMs
  }
}
