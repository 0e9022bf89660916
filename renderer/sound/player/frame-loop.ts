/** Calls `onFrame` for every animation frame while it runs. */
export class FrameLoop {
  readonly #onFrame: () => void
  #frame = 0

  constructor(onFrame: () => void) {
    this.#onFrame = onFrame
  }

  start(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#next())
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }

  #next(): void {
    this.#frame = requestAnimationFrame(() => this.#next())
    this.#onFrame()
  }
}
