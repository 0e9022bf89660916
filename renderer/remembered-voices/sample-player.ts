/** A few seconds of a recording that is not open. */
export interface Sample {
  /** Tried in order: prepared sound first, then the original. */
  readonly urls: readonly string[]
  readonly startMs: number
  readonly endMs: number
}

/** Plays samples of other recordings, one at a time, without looping. */
export class SamplePlayer {
  readonly #element: HTMLMediaElement
  #sample: Sample | null = null
  #at = 0
  #onFailed: () => void = () => undefined
  #onEnd: () => void = () => undefined

  constructor(element: HTMLMediaElement = document.createElement('audio')) {
    this.#element = element
    element.addEventListener('loadedmetadata', this.#start)
    element.addEventListener('timeupdate', this.#stopAtEnd)
    element.addEventListener('ended', this.#end)
    element.addEventListener('error', this.#tryNext)
  }

  /** `onFailed`: none of the URLs can be played; `onEnd`: it was played to its end. */
  play(sample: Sample, volume: number, onFailed: () => void, onEnd: () => void = () => undefined): void {
    this.stop()
    this.#sample = sample
    this.#onFailed = onFailed
    this.#onEnd = onEnd
    this.#at = 0
    this.#element.volume = volume
    this.#load()
  }

  stop(): void {
    this.#sample = null
    this.#element.pause()
  }

  close(): void {
    this.stop()
    // Removing the source makes the browser close its connection.
    this.#element.removeAttribute('src')
    this.#element.load()
  }

  #load(): void {
    const url = this.#sample?.urls[this.#at]
    if (url === undefined) {
      this.stop()
      this.#onFailed()
      return
    }
    this.#element.src = url
    this.#element.load()
  }

  readonly #start = (): void => {
    const sample = this.#sample
    if (sample === null) return
    this.#element.currentTime = sample.startMs / 1000
    this.#element.play().catch((error: unknown) => {
      // Stopping, or starting another sample, before this one begins is not a failure.
      if (error instanceof DOMException && error.name === 'AbortError') return
      if (sample === this.#sample) this.#tryNext()
    })
  }

  readonly #stopAtEnd = (): void => {
    if (this.#sample !== null && this.#element.currentTime * 1000 >= this.#sample.endMs) this.#end()
  }

  readonly #end = (): void => {
    if (this.#sample === null) return
    this.stop()
    this.#onEnd()
  }

  readonly #tryNext = (): void => {
    if (this.#sample === null) return
    this.#at++
    this.#load()
  }
}
